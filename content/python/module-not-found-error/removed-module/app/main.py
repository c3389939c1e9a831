from about import versions

for line in versions(["pytest", "pluggy"]):
    print(line)
