from settings import load_settings

print(load_settings("shop.yaml")["name"])
