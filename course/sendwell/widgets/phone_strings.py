"""Every sentence that the phone shows, and its two fictional chats, by language.

Python and JavaScript fill the same templates. ``(P10)`` and the like are ids of claims. The people
do not exist, and their numbers are from the range that Ofcom keeps free for fiction.
"""

from __future__ import annotations

from typing import Any

EN: dict[str, str] = {
    "lang": "en",
    "widget": "A fictional phone: what a report sends",
    "platform": "Phone",
    "platform.android": "Android",
    "platform.iphone": "iPhone",
    "chat": "Chat",
    "chat.direct": "A stranger",
    "chat.group": "A group",
    "you": "You",
    "attachment": "attachment: {name}",
    "open.chat": "Menu of this chat",
    "open.message": "Menu of message {n}",
    "menu.chat": "This chat",
    "menu.message": "Message {n}",
    "menu.report_message": "Report this message",
    "menu.delete_message": "Delete this message for me",
    "menu.report": "Report",
    "menu.report.group": "Report the group and leave it",
    "menu.block": "Block",
    "menu.report_block": "Report and block",
    "menu.delete": "Delete the chat",
    "menu.nothing": "Nothing is left to do here.",
    "undo": "Take the last step back",
    "again": "Start again",
    "help": "Press and hold a message, or use its button with three dots. In a menu, the arrow "
    "keys move and Escape closes.",
    "yours": "This phone is drawn, not copied. Where Report stands and how long to press differ "
    "from version to version: find it on your own phone, without sending anything.",
    "model": "Which messages go with one older message that you report is not published. "
    "Here it goes with the ones received just before it, {five} in all. That a deleted message "
    "cannot be sent is our reading too: chats are encrypted, so the copies come from the phone.",
    # What has happened
    "done": "What you did",
    "done.none": "Nothing yet.",
    "done.report_message": "reported message {n}",
    "done.delete_message": "deleted message {n} on your phone",
    "done.report": "reported {who}",
    "done.block": "blocked {who}",
    "done.delete": "deleted the chat on your phone",
    "sentence": "So far: {steps}. Left the phone: {sent}. Still on the phone: {here}. "
    "Destroyed without a copy at WhatsApp: {lost}.",
    "sentence.none": "Nothing has left the phone. All {n} messages are on it.",
    "messages.none": "no message",
    "messages.one": "1 message",
    "messages.other": "{n} messages",
    "table.caption": "Each message: where a copy is now",
    "table.number": "Message",
    "table.sender": "From",
    "table.text": "Text",
    "table.sent": "Left the phone with a report",
    "table.here": "On your phone",
    "table.means": "What it means",
    "yes": "yes",
    "no": "no",
    "means.both": "WhatsApp has a copy, and so have you.",
    "means.here": "Only on the phones of the chat.",
    "means.sent": "WhatsApp has a copy; you have none to show.",
    "means.lost": "You have none, and no report of yours holds it.",
    "told": "Who is told what",
    "told.whatsapp": "WhatsApp",
    "told.you": "You",
    "told.nothing": "Nothing.",
    "told.whatsapp.report": "It receives your report with {sent}, each with id, time and type "
    "(P10), and what you recently exchanged with {who}, so it knows who reports (P15).",
    "told.whatsapp.bare": "It receives your report, and no message with it. It knows who reports "
    "(P15).",
    "told.whatsapp.block": "It learns that you blocked {who}; no message goes with a block.",
    "told.them.report": "No notice of your report (P11).",
    "told.them.block": "No notice of the block here; messages to you stop arriving, so {who} may "
    "guess.",
    "told.them.left": "The members may see that you are gone: a group that you report, you leave, "
    "and you come back only by a new invitation (P17).",
    "told.them.delete": "Deleting tells nobody, and deletes nothing on other phones.",
    "told.you.report": "A report does not have to lead to a ban (P12).",
    "told.you.empty": "No message was left to send: deleting came first.",
    "error.platform": "platform must be 'android' or 'iphone'; it is {value}.",
    "error.chat": "chat must be 'direct' or 'group'; it is {value}.",
    "error.actions": "actions must be a list of texts; it is {value}.",
    "error.action": "Step {n}, {value}, is not in the menus at that moment; these are: {choices}.",
}

STRINGS: dict[str, dict[str, str]] = {"en": EN}


def _message(sender: str, time: str, text: str, attachment: str = "") -> dict[str, str]:
    return {"sender": sender, "time": time, "text": text, "attachment": attachment}


_RUI = "Rui"
_ONA, _LEV, _DEAL = "Ona", "Lev", "+44 7700 900461"

#: What both phones show: the name, the number ("" for a group), and the messages in order. An
#: empty sender is the owner of the phone.
CHATS: dict[str, dict[str, dict[str, Any]]] = {
    "en": {
        "direct": {
            "name": _RUI,
            "number": "+44 7700 900317",
            "messages": [
                _message(_RUI, "09:02", "Hi, it is Rui from the parcel service."),
                _message("", "09:04", "I am not waiting for a parcel."),
                _message(_RUI, "09:05", "There is one in your name."),
                _message(_RUI, "09:06", "Only the customs fee is open.", "fee.pdf"),
                _message(_RUI, "09:07", "Please pay before noon."),
                _message("", "09:10", "Who are you?"),
                _message(_RUI, "09:11", "Send me the code that you just received."),
                _message(_RUI, "09:12", "Otherwise the parcel goes back."),
                _message(_RUI, "09:15", "Last chance. I know your street."),
            ],
        },
        "group": {
            "name": "Flats in Northbridge",
            "number": "",
            "messages": [
                _message(_ONA, "18:00", "Viewing on Friday, who comes?"),
                _message("", "18:03", "I do."),
                _message(_DEAL, "18:20", "Deposit today, keys tomorrow!", "keys.jpg"),
                _message(_LEV, "18:21", "Does anybody know this number?"),
                _message(_DEAL, "18:22", "Five others want it. Pay now."),
                _message(_ONA, "18:24", "I do not know them."),
                _message(_DEAL, "18:25", "Transfer only, no viewing."),
            ],
        },
    }
}
