"""Reads a carrier's answer and prints the parcel's label."""

from models import Parcel

ANSWER = '{"number": 1042, "weight": 1.2}'

parcel = Parcel.model_validate_json(ANSWER)
print("Parcel " + parcel.number + f", {parcel.weight} kg")
