import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    if name == "prices":
        raise ConnectionResetError(104, "Connection reset by peer")
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch("stock", 0.2))
        group.create_task(fetch("prices", 0.01))


asyncio.run(main())
