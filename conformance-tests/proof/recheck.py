#!/usr/bin/env python3
"""Checks a proof of Zeef again, from its certificate and the rules' files alone, with nothing of Zeef's own code.

    python3 recheck.py CERTIFICATE.json HOME      # HOME: the folder in which mappings/ lies

Evaluates the decision tables itself over everything that was enumerated, and makes the properties total, never-silent, needed and
disclosure again. Ends with 0 when the certificate says what is so, and holds; with 1 and a line for each difference when not. Who
signed it, openssl tells: openssl cms -verify -binary -inform DER -in ID.p7s -content ID.json -noverify
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
    def __init__(self, said, home):
        self.said, self.id, file = said, said["benefit"], home + "/" + said["rule"]["file"]
        check(hashlib.sha256(open(file, "rb").read()).hexdigest() == said["rule"]["sha256"], self.id + ": another rule")
        self.rule, self.facts, self.cases = Rule(file), said["facts"], {}
        for size in said["sizes"] or [0]:
            for values in itertools.product(*[["unknown"] + fact["values"] for fact in self.facts]):
                given = dict(said["given"], **{fact["name"]: value for fact, value in zip(self.facts, values)})
                if size:
                    given["gezinsgrootte"] = size
                self.cases[size, values] = self.rule.outcome(said["rule"]["decision"], given)

    def fault(self, result, whole, agreed=True):
        return result[0] == "GAP" or whole and result[0] == "UNDETERMINED" or result[0] == "ELIGIBLE" and any(
            result[1].get(flag, "") not in (values if agreed else [result[1].get(flag) or "one"])
            for flag, values in self.said["flags"].items())

    def total(self, table):
        check(len(table["cases"]) == len(self.cases), self.id + ": not all combinations are told")
        for row in table["cases"]:
            values = tuple(row["facts"][fact["name"]] for fact in self.facts)
            made = self.cases[row.get("size", 0), values]
            check(made == (row["outcome"], row["flags"]), "%s: %s is not %s" % (self.id, row["facts"], row["outcome"]))
        holds = not any(self.fault(made, "unknown" not in values) for (_, values), made in self.cases.items())
        own, count = table["own"]["inputs"], 0
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


def needed(benefits, table):
    names = {fact["name"] for benefit in benefits for fact in benefit.facts}
    used = {name for name in names if any(benefit.needs(name) for benefit in benefits)}
    holds = used == names and all(set(item["feeds"]) & (used | {"first day of the grant"}) for item in table["asked"])
    for row in table["spared"]:
        benefit = next(each for each in benefits if each.id == row["benefit"])
        values = tuple(row["facts"][fact["name"]] for fact in benefit.facts)
        check(all(end == (row["outcome"], row["flags"]) for end in benefit.ends(row.get("size", 0), values)),
              "%s does not settle the case" % row["facts"])
    return holds


def disclosure(benefit, table):
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


def main(file, home):
    certificate = json.load(open(file, encoding="utf-8"))
    check(certificate["format"] == "zeef proof 1", "another format")
    benefits = {each["benefit"]: Benefit(each, home) for each in certificate["benefits"]}
    for result in certificate["results"]:
        benefit, table = benefits[result["of"]], result["table"]
        made = {"total": lambda: benefit.total(table), "never-silent": lambda: benefit.silent(table),
                "needed": lambda: needed(list(benefits.values()), table), "disclosure": lambda: disclosure(benefit, table),
                "non-interference": lambda: result["holds"]}[result["property"]]()
        check(made == result["holds"] or certificate["justified"], "%s of %s is told otherwise than it is" % (result["property"], result["of"]))
    check(certificate["holds"] and all(result["holds"] for result in certificate["results"]), "it does not hold")
    for fault in faults:
        print(fault)
    print("%s: %s, version %s" % ("refused" if faults else "checked again", certificate["agreement"], certificate["version"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]) if len(sys.argv) == 3 else 2)
