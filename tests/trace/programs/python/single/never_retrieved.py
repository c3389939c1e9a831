import asyncio


async def refresh(token):
    await asyncio.sleep(0)
    raise PermissionError(f"token {token} has expired")


async def main():
    asyncio.create_task(refresh("abc"))
    await asyncio.sleep(0.05)


asyncio.run(main())
