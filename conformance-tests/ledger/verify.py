#!/usr/bin/env python3
"""Verifies what zeef ledger export wrote, with openssl and nothing of Zeef's own code.

    python3 verify.py BUNDLE.zip SHA256_OF_THE_CERTIFICATE [CHECKPOINT]

Shows that a key with that certificate signed a ledger of so many entries, that each entry in the bundle is one of them, unaltered, in its
place and told once; and with a checkpoint that you have of before, that the ledger went on from it. That no other entry was left out it does
not show. Ends with 0 when all of it is so, else with 1.
"""
import base64, hashlib, json, subprocess, sys, tempfile, zipfile
from pathlib import Path

FILES = ["certificate.pem", "checkpoint", "entries.jsonl"]
FIELDS = {"id": int, "at": str, "kind": str, "agreement": str, "sync": int, "body": str, "path": list}
sha256 = lambda data: hashlib.sha256(data).digest()
node = lambda left, right: sha256(b"\1" + left + right)


def require(holds, otherwise):
    """Not an assertion: those are left out when Python optimises."""
    if not holds:
        sys.exit("not verified: " + otherwise)


def openssl(*arguments, data=None):
    done = subprocess.run(["openssl", *arguments], input=data, capture_output=True)
    require(done.returncode == 0, "openssl %s refuses it: a signature or the certificate is another" % arguments[0])
    return done.stdout


def opened(note):
    """A checkpoint whose signature holds: the ledger's name, how many entries it has, and the root over them."""
    text, line = note.split(b"\n\n")
    with tempfile.TemporaryDirectory() as folder:
        for file, content in (("key", key), ("text", text + b"\n"), ("signature", base64.b64decode(line.split()[-1])[4:])):
            Path(folder, file).write_bytes(content)
        openssl("pkeyutl", "-verify", "-pubin", "-inkey", folder + "/key", "-rawin",
                "-in", folder + "/text", "-sigfile", folder + "/signature")
    origin, size, root = text.decode().split("\n")
    return origin, int(size), base64.b64decode(root)


def climb(at, last, start, path):
    """RFC 9162, 2.1.3.2 and 2.1.4.2: the root that a path leads to, and that of a smaller tree whose last node it starts at."""
    large = small = start
    for beside in path:
        require(last > 0, "a path is too long")
        if at & 1 or at == last:
            small, large = node(beside, small), node(beside, large)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            large = node(large, beside)
        at, last = at >> 1, last >> 1
    require(last == 0, "a path is too short")
    return small, large


def once(pairs):
    """A field that stood twice would be another one to another reader."""
    require([name for name, _ in pairs] == list(FIELDS), "a line has other fields than an entry")
    return dict(pairs)


bundle, fingerprint = zipfile.ZipFile(sys.argv[1]), sys.argv[2].replace(":", "").lower()
names, shows = sorted(bundle.namelist()), "since" in bundle.namelist()
require(names == sorted(FILES + ["consistency.json", "since"] * shows), "other files than a bundle has, or one twice")
pem = bundle.read("certificate.pem")
require(hashlib.sha256(openssl("x509", "-outform", "DER", data=pem)).hexdigest() == fingerprint, "another certificate")
key = openssl("x509", "-pubkey", "-noout", data=pem)
origin, size, root = opened(bundle.read("checkpoint"))
goes_on = ""
require(len(sys.argv) < 4 or shows, "nothing shows that it goes on from your checkpoint; ask for one with --since")
if shows:
    note = bundle.read("since")
    require(len(sys.argv) < 4 or note == Path(sys.argv[3]).read_bytes(), "it goes on from another checkpoint than yours")
    name, before, old = opened(note)
    require(name == origin and before <= size, "the ledger was cut, or is another")
    path = [base64.b64decode(each) for each in json.loads(bundle.read("consistency.json"))]
    whole = (before & -before).bit_length() - 1 if before else 0
    if 0 < before < size:
        require(path, "a path is too short")
        start = old if before == 1 << whole else path.pop(0)
        require(climb((before - 1) >> whole, (size - 1) >> whole, start, path) == (old, root), "not the same ledger")
    require(before < size or old == root, "not the same ledger")
    goes_on = ", which goes on from the %s of %s" % (before, "your checkpoint" if len(sys.argv) == 4 else "the checkpoint in the bundle")
count = last = 0
for count, line in enumerate(bundle.read("entries.jsonl").splitlines(), 1):
    entry = json.loads(line, object_pairs_hook=once)
    require(all(type(entry[name]) is kind for name, kind in FIELDS.items()), "a field of a line is of another type")
    require(last < entry["id"] <= size, "entry %s is told twice, out of order, or of no place" % entry["id"])
    last, fields = entry["id"], [str(entry[name]).encode() for name in FIELDS if name != "path"]
    leaf = sha256(b"\0" + b"".join(len(field).to_bytes(4, "big") + field for field in fields))
    path = [base64.b64decode(each) for each in entry["path"]]
    require(climb(last - 1, size - 1, leaf, path)[1] == root, f"entry {last} is not in the ledger")
print(f"verified: {count} entries of the {size} of {origin}{goes_on}")
