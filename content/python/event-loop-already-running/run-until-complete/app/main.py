import asyncio

from bot import answer


async def serve(messages):
    for message in messages:
        print(await answer(message))


asyncio.run(serve(["stock TB-100"]))
