#!/usr/bin/env python3
"""Checks a proof of Zeef again, from its certificate and the rules' files alone, with nothing of Zeef's own code.

    python3 recheck.py CERTIFICATE.json HOME [VERSION]      # HOME: the folder in which mappings/ lies; VERSION: the one that you signed

Evaluates the decision tables itself over everything that the rules' files say there may be, and makes the properties total, never-silent,
needed and disclosure again. What a run asks, and non-interference, it has from the certificate. Ends with 0 when the certificate says what
is so, says all of it, and holds; with 1 and a line for each difference when not. Who signed it, openssl tells: openssl cms -verify -binary
-inform DER -in ID.p7s -content ID.json -noverify
"""
import hashlib, itertools, json, math, re, sys
import xml.etree.ElementTree as XML

DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
faults = []


def check(good, what):
    if not good:
        faults.append(what)


def text(node):
    return (node.find(DMN + "text").text or "").strip()


def matches(cell, value):
    """Whether a cell of a table lets a value through: nothing, texts, numbers and comparisons of FEEL."""
    if cell in ("", "-"):
        return True
    for part in cell.split(","):
        compared = re.fullmatch(r"(<=|>=|<|>)?\s*(\d+)", part.strip())
        if compared and isinstance(value, int):
            sign, number = compared.group(1) or "==", int(compared.group(2))
            if {"==": value == number, "<": value < number, ">": value > number,
                    "<=": value <= number, ">=": value >= number}[sign]:
                return True
        elif part.strip() == '"%s"' % value:
            return True
    return False


class Rule:
    def __init__(self, file):
        self.decisions = {each.get("id"): each.find(DMN + "decisionTable") for each in XML.parse(file).getroot().iter(DMN + "decision")}
        self.inputs, self.numbers = {}, {}
        for table in self.decisions.values():
            check(table.get("hitPolicy", "UNIQUE") in ("UNIQUE", "FIRST"), "a table whose rows count in a way that is not known here")
            for place, column in enumerate(table.findall(DMN + "input")):
                self.input(text(column.find(DMN + "inputExpression")), column, table, place)

    def input(self, name, column, table, place):
        """What an input may be: as the file says, or, of a number, one to one more than the largest that a row compares with."""
        if column.find(DMN + "inputExpression").get("typeRef") == "integer":
            cells = [text(row.findall(DMN + "inputEntry")[place]) for row in table.findall(DMN + "rule")]
            largest = max((int(number) for cell in cells for number in re.findall(r"\d+", cell)), default=0)
            self.numbers.setdefault(name, list(range(1, largest + 2)))
        else:
            self.inputs.setdefault(name, re.findall(r'"([^"]*)"', "".join(text(each) for each in column.findall(DMN + "inputValues"))))

    def outputs(self, decision):
        return {each.get("name") for each in self.decisions[decision].findall(DMN + "output")} - {"uitkomst"}

    def decide(self, decision, values):
        """The outputs of the one row that counts; None where none or several do."""
        table = self.decisions[decision]
        inputs = [values.get(text(each.find(DMN + "inputExpression"))) for each in table.findall(DMN + "input")]
        hit = [row for row in table.findall(DMN + "rule")
               if all(matches(text(cell), value) for cell, value in zip(row.findall(DMN + "inputEntry"), inputs))]
        if not hit or (table.get("hitPolicy", "UNIQUE") == "UNIQUE" and len(hit) > 1):
            return None
        names = [each.get("name") for each in table.findall(DMN + "output")]
        return {name: self.value(text(cell), values) for name, cell in zip(names, hit[0].findall(DMN + "outputEntry"))}

    def value(self, cell, values):
        if cell in self.decisions:
            return next(iter((self.decide(cell, values) or {"": None}).values()))
        return cell.strip('"')

    def outcome(self, decision, values):
        out = self.decide(decision, values)
        if out is None or out.get("uitkomst") not in ("ELIGIBLE", "NOT_ELIGIBLE", "UNDETERMINED"):
            return "GAP", {}
        flags = {name: value for name, value in out.items() if name != "uitkomst" and value is not None}
        return out["uitkomst"], flags if out["uitkomst"] == "ELIGIBLE" else {}


class Benefit:
    def __init__(self, said, home, justified):
        self.said, self.id, file = said, said["benefit"], home + "/" + said["rule"]["file"]
        check(hashlib.sha256(open(file, "rb").read()).hexdigest() == said["rule"]["sha256"], self.id + ": another rule")
        self.rule, self.facts, self.cases = Rule(file), said["facts"], {}
        self.open = any(each["finding"] == "left-open" for each in justified)
        self.tried()
        for size in said["sizes"] or [0]:
            for values in itertools.product(*[["unknown"] + fact["values"] for fact in self.facts]):
                given = dict(said["given"], **{fact["name"]: value for fact, value in zip(self.facts, values)})
                if size:
                    given["gezinsgrootte"] = size
                self.cases[size, values] = self.rule.outcome(said["rule"]["decision"], given)

    def tried(self):
        """Whether no case was kept out of what was tried: what a fact may be and which inputs there are is the rule's to say."""
        rule, names, given = self.rule, [fact["name"] for fact in self.facts], self.said["given"]
        check(len(set(names)) == len(names), self.id + ": a fact is told twice")
        for fact in self.facts:
            may = [value for value in rule.inputs.get(fact["name"], []) or fact["values"] if value != "unknown"]
            check(sorted(fact["values"]) == sorted(may), "%s: %s may be something else" % (self.id, fact["name"]))
        for name, values in rule.inputs.items():
            check((name in names) != (name in given), self.id + ": it is not said what " + name + " is")
            may_be = ["unknown"] if "unknown" in values else values + ["unknown"] if values else [given.get(name)]
            check(name in names or given.get(name) in may_be, "%s: %s is given as something that was not to be" % (self.id, name))
        for name, values in rule.numbers.items():
            check(name == "gezinsgrootte" and self.said["sizes"] == values, "%s: not every %s was tried" % (self.id, name))
        check(set(self.said["flags"]) == rule.outputs(self.said["rule"]["decision"]), self.id + ": not all flags are told")

    def own(self):
        """What the rule's file lets each of its inputs be; of those of which it says nothing, what they are given."""
        values = dict(self.rule.inputs, **{name: [str(each) for each in all] for name, all in self.rule.numbers.items()})
        values = {name: all or [self.said["given"][name]] * (name in self.said["given"]) for name, all in values.items()}
        return {name: all for name, all in values.items() if all}

    def fault(self, result, whole, agreed=True, justified=False):
        return result[0] == "GAP" or whole and not justified and result[0] == "UNDETERMINED" or result[0] == "ELIGIBLE" and any(
            result[1].get(flag, "") not in (values if agreed else [result[1].get(flag) or "one"])
            for flag, values in self.said["flags"].items())

    def total(self, table):
        check(len(table["cases"]) == len(self.cases), self.id + ": not all combinations are told")
        for row in table["cases"]:
            values = tuple(row["facts"][fact["name"]] for fact in self.facts)
            made = self.cases[row.get("size", 0), values]
            check(made == (row["outcome"], row["flags"]), "%s: %s is not %s" % (self.id, row["facts"], row["outcome"]))
        holds = not any(self.fault(made, "unknown" not in values, justified=self.open) for (_, values), made in self.cases.items())
        own, count = table["own"]["inputs"], 0
        check(own == self.own(), self.id + ": other cases than the rule itself knows")
        for values in itertools.product(*own.values()):
            case = {name: int(value) if value.isdigit() else value for name, value in zip(own, values)}
            count, made = count + 1, self.rule.outcome(self.said["rule"]["decision"], case)
            holds &= not self.fault(made, "unknown" not in values, agreed=False)
        check(count == table["own"]["count"], self.id + ": another number of cases of the rule itself")
        return holds

    def ends(self, size, values):
        choices = [fact["values"] if value == "unknown" else [value] for fact, value in zip(self.facts, values)]
        return [self.cases[size, each] for each in itertools.product(*choices)]

    def silent(self, table):
        holds, improves = True, table["improves"]
        least = lambda given, end: given == end or given in improves and end in improves and improves.index(given) >= improves.index(end)
        for (size, values), made in self.cases.items():
            if "unknown" in values:
                ends = self.ends(size, values)
                outcomes = {end[0] for end in ends}
                holds &= made[0] == (outcomes.pop() if len(outcomes) == 1 else "UNDETERMINED")
                if made[0] == "ELIGIBLE":
                    holds &= all(least(made[1][flag], end[1].get(flag)) for end in ends for flag in self.said["flags"])
        return holds

    def needs(self, name):
        place = [fact["name"] for fact in self.facts].index(name)
        for (size, values), made in self.cases.items():
            others = [values[:place] + (value,) + values[place + 1:] for value in self.facts[place]["values"]]
            if len({json.dumps(self.cases[size, each], sort_keys=True) for each in others}) > 1:
                return True
        return False

    def told(self, channel, days):
        if channel == "answer":
            return len({made[0] for made in self.cases.values()})
        lines = {tuple(sorted(made[1].items())) for made in self.cases.values() if made[0] == "ELIGIBLE"}
        return 1 + sum(days(dict(line)) for line in lines)


def needed(benefits, table, justified):
    let = {(each["finding"], each["about"]) for each in justified}
    names = {fact["name"] for benefit in benefits for fact in benefit.facts}
    used = {name for name in names if any(benefit.needs(name) for benefit in benefits)}
    fed = {name for item in table["asked"] for name in item["feeds"]}
    check(names <= fed, "it is not told of whom is asked: " + ", ".join(sorted(names - fed)))
    holds = all(name in used or ("fact-unneeded", name) in let for name in names)
    for item in table["asked"]:
        words = (item["source"] + " " + item["item"]).strip()
        kind = "over-asked-for" if item["feeds"] else "over-asked"
        holds &= bool(set(item["feeds"]) & (used | {"first day of the grant"})) or (kind, words) in let
    for row in table["spared"]:
        benefit = next(each for each in benefits if each.id == row["benefit"])
        values = tuple(row["facts"][fact["name"]] for fact in benefit.facts)
        check(all(end == (row["outcome"], row["flags"]) for end in benefit.ends(row.get("size", 0), values)),
              "%s does not settle the case" % row["facts"])
    return holds


def disclosure(benefit, table):
    check(table["channels"], benefit.id + ": nobody is told anything")
    for channel in table["channels"]:
        kind = "answer" if channel["to"] == "counter" else "line"
        messages = channel["messages"]
        days = lambda line: messages.get("; ".join("%s = %s" % flag for flag in sorted(line.items())) or "ELIGIBLE", 1)
        count = benefit.told(kind, days)
        check(count == channel["count"] == sum(messages.values()), "%s tells %s another number of things" % (benefit.id, channel["to"]))
        check(abs(math.log2(count) - channel["bits"]) < 0.001, "%s tells %s another number of bits" % (benefit.id, channel["to"]))
    for answer in table["answersCouldCarry"]:
        check(abs(sum(answer["fields"].values()) - answer["bits"]) < 0.1, answer["answer"] + " is added up wrongly")
    return True


def complete(certificate):
    """Whether it is of one agreement and none of its results was left out."""
    ids, agreement = [each["benefit"] for each in certificate["benefits"]], certificate["agreement"]
    check(ids and ids[0] == agreement and all(each.startswith(agreement + "/") for each in ids[1:]), "benefits of another agreement")
    wanted = {(each, of) for each in ("total", "never-silent", "disclosure") for of in ids}
    wanted |= {(each, agreement) for each in ("needed", "non-interference")}
    told = [(result["property"], result["of"]) for result in certificate["results"]]
    for one in sorted(wanted - set(told)):
        faults.append("%s of %s is not told" % one)
    check(len(told) == len(set(told)) and set(told) <= wanted, "a result is told twice, or of something else")
    return set(told) <= wanted


def main(file, home, version=None):
    certificate = json.load(open(file, encoding="utf-8"))
    check(certificate["format"] == "zeef proof 1", "another format")
    check(version in (None, certificate["version"]), "another version than " + str(version))
    justified = certificate["justified"]
    benefits = {each["benefit"]: Benefit(each, home, justified) for each in certificate["benefits"]}
    for result in certificate["results"] if complete(certificate) and not faults else []:
        benefit, table = benefits[result["of"]], result["table"]
        made = {"total": lambda: benefit.total(table), "never-silent": lambda: benefit.silent(table),
                "needed": lambda: needed(list(benefits.values()), table, justified), "disclosure": lambda: disclosure(benefit, table),
                "non-interference": lambda: result["holds"]}[result["property"]]()
        check(made == result["holds"], "%s of %s is told otherwise than it is" % (result["property"], result["of"]))
    check(certificate["holds"] and all(result["holds"] for result in certificate["results"]), "it does not hold")
    for fault in faults:
        print(fault)
    print("%s: %s, version %s" % ("refused" if faults else "checked again", certificate["agreement"], certificate["version"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) in (3, 4) else 2)
