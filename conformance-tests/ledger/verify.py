#!/usr/bin/env python3
"""Verifies what zeef ledger export wrote, with openssl and nothing of Zeef's own code.

    python3 verify.py BUNDLE.zip SHA256_OF_THE_CERTIFICATE

Shows that a key with that certificate signed a ledger of so many entries, that each entry in the bundle is one of them, unaltered and in its
place, and where the bundle names an earlier checkpoint, that the ledger went on from it. Ends with 0 when all of it is so, else with 1.
"""
import base64, hashlib, json, subprocess, sys, tempfile, zipfile
from pathlib import Path

bundle, fingerprint = zipfile.ZipFile(sys.argv[1]), sys.argv[2].replace(":", "").lower()
sha256 = lambda data: hashlib.sha256(data).digest()
node = lambda left, right: sha256(b"\1" + left + right)


def openssl(*arguments, data=None):
    return subprocess.run(["openssl", *arguments], input=data, capture_output=True, check=True).stdout


def opened(name):
    """A checkpoint whose signature holds: the ledger's name, how many entries it has, and the root over them."""
    text, line = bundle.read(name).split(b"\n\n")
    with tempfile.TemporaryDirectory() as folder:
        for file, content in (("key", key), ("text", text + b"\n"), ("signature", base64.b64decode(line.split()[-1])[4:])):
            Path(folder, file).write_bytes(content)
        openssl("pkeyutl", "-verify", "-pubin", "-inkey", folder + "/key", "-rawin",
                "-in", folder + "/text", "-sigfile", folder + "/signature")
    origin, size, root = text.decode().split("\n")
    return origin, int(size), base64.b64decode(root)


def climb(at, last, start, path, smaller=None):
    """RFC 9162, 2.1.3.2 and 2.1.4.2: the root that a path leads to, and that of a smaller tree whose last node it starts at."""
    large = small = start
    for beside in path:
        assert last > 0, "a path is too long"
        if at & 1 or at == last:
            small, large = node(beside, small), node(beside, large)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            large = node(large, beside)
        at, last = at >> 1, last >> 1
    assert last == 0, "a path is too short"
    return small, large


assert hashlib.sha256(openssl("x509", "-outform", "DER", data=bundle.read("certificate.pem"))).hexdigest() == fingerprint, "another certificate"
key = openssl("x509", "-pubkey", "-noout", data=bundle.read("certificate.pem"))
origin, size, root = opened("checkpoint")
if "since" in bundle.namelist():
    _, before, old = opened("since")
    path = [base64.b64decode(each) for each in json.loads(bundle.read("consistency.json"))]
    whole = (before & -before).bit_length() - 1 if before else 0
    start = old if before == 1 << whole or before == size else path.pop(0)
    if 0 < before < size:
        assert climb((before - 1) >> whole, (size - 1) >> whole, start, path) == (old, root), "not the same ledger"
    assert before < size or (before, old) == (size, root), "the ledger was cut"
count = 0
for count, line in enumerate(bundle.read("entries.jsonl").splitlines(), 1):
    entry = json.loads(line)
    fields = [str(entry[name]).encode() for name in ("id", "at", "kind", "agreement", "sync", "body")]
    leaf = sha256(b"\0" + b"".join(len(field).to_bytes(4, "big") + field for field in fields))
    path = [base64.b64decode(each) for each in entry["path"]]
    assert climb(entry["id"] - 1, size - 1, leaf, path)[1] == root, f"entry {entry['id']} is not in the ledger"
print(f"verified: {count} entries of the {size} of {origin}")
