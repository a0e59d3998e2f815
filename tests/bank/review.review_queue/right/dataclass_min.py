"""A dataclass a place, and min with a key."""

from dataclasses import dataclass


@dataclass
class Place:
    account: str
    urgency: int
    arrived: int
    number: int

    def key(self, now, ageing):
        return self.urgency - (now - self.arrived) // ageing, self.number


class ReviewQueue:
    def __init__(self, ageing):
        self.ageing = ageing
        self.places = {}
        self.number = 0

    def add(self, now, account, urgency):
        self.number += 1
        place = self.places.setdefault(account, Place(account, urgency, now, self.number))
        place.urgency = min(place.urgency, urgency)

    def waiting(self):
        return len(self.places)

    def take(self, now):
        if not self.places:
            return None
        best = min(self.places.values(), key=lambda place: place.key(now, self.ageing))
        return self.places.pop(best.account).account
