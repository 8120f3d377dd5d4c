"""Reads a calendar with two libraries that aren't letgo's, and prints what they find as JSON.

calendar.py FILE: its lines, its components and their evenings, by python3-icalendar and python3-vobject.
"""
import json
import sys

import icalendar
import vobject
from dateutil.rrule import rrulestr

with open(sys.argv[1], "rb") as file:
    data = file.read()

problems = []
if not data.endswith(b"\r\n"):
    problems.append("the last line has no end")
for line in data.split(b"\r\n"):
    if len(line) > 75:
        problems.append(f"a line of {len(line)} bytes")
    if b"\r" in line or b"\n" in line:
        problems.append(f"a bare line end in {line!r}")
    line.decode("utf-8")  # folded between letters, never inside one

calendar = icalendar.Calendar.from_ical(data)
for component in calendar.walk():
    if component.errors:
        problems.append(f"{component.name}: {component.errors}")
for name in ("VERSION", "PRODID"):
    if name not in calendar:
        problems.append(f"{name} is missing")

other = vobject.readOne(data.decode("utf-8"))
other.validate(raiseException=True)
other_events = {event.uid.value: event for event in other.contents.get("vevent", [])}

events = []
for event in calendar.walk("VEVENT"):
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
        if name not in event:
            problems.append(f"{name} is missing")
    start = event["DTSTART"].dt
    rule = event["RRULE"].to_ical().decode("utf-8")
    naive = start if hasattr(start, "hour") else __import__("datetime").datetime.combine(
        start, __import__("datetime").time())
    evenings = [str(when) for when in rrulestr(rule, dtstart=naive)]
    twin = other_events[str(event["UID"])]
    if twin.summary.value != str(event["SUMMARY"]):
        problems.append("the two read another summary")
    if [str(when) for when in twin.getrruleset(addRDate=False)] != evenings:
        problems.append("the two find other evenings")
    events.append({
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "floating": getattr(start, "tzinfo", None) is None,
        "evenings": evenings,
        "alarms": [str(alarm["ACTION"]) for alarm in event.walk("VALARM")],
    })

kinds = sorted({component.name for component in calendar.walk()})
print(json.dumps({"problems": problems, "kinds": kinds, "name": str(calendar.get("X-WR-CALNAME")), "events": events}))
