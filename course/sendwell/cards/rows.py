"""The rows of the four forms: every right answer with its reason, and what decides in the row.

The notebook prints the situations; the answers stand here, in the same order.
"""

from __future__ import annotations

from sendwell.cards import strings
from sendwell.cards.form import Form, Row

_APP = "It is the app's own screen, and it asks for nothing that only a thief needs."

KINDS = (
    Row(
        "The screen with a clock",
        {"temporary ban": "The clock says that it ends, and when."},
        "The whole screen is locked, and a clock counts down.",
        (
            "Go through the questions from the top.",
            "It is the app's own screen. What counts down there?",
            "A clock: it ends by itself if the cause has stopped.",
        ),
    ),
    Row(
        "The screen with a request",
        {"ban": "The account may not be used, no clock runs, and a review is offered."},
        "The whole screen is locked, no clock runs, and a review is offered.",
        (
            "Go through the questions from the top.",
            "No clock. What does it say about the account?",
            "May not be used, no end named: and yet not the last word.",
        ),
    ),
    Row(
        "The chat that wants a code",
        {"no notice": "It is a chat, and it wants the code that opens your account."},
        "Anybody can call a number 'Support Team'. It names spam to frighten you, and it wants "
        "your code. Your account still works.",
        (
            "Where does it stand?",
            "Which of your things does it want, and what could somebody do with it?",
            "Whoever has the code has the account.",
        ),
    ),
    Row(
        "The box over the chats",
        {"warning": "It is in the app, and everything still works."},
        f"{_APP} Nothing is locked.",
        (
            "Is anything locked?",
            "It is the app's own box. What can you still do?",
            "Everything works: a warning, and a good day to look for the cause.",
        ),
    ),
    Row(
        "The polite letter in a chat",
        {
            "no notice": "It stands in a chat from a stranger. The app says nothing.",
            "unknown": "You cannot tell from here. Look in the app: that is right either way.",
        },
        "It wants nothing and threatens little, but it stands in a chat from a stranger.",
        (
            "Where does it stand?",
            "Politeness proves nothing. Where would the real one be?",
            "Two answers are right: what is elsewhere is no notice until the app says so.",
        ),
        {
            "warning": "It sounds like one, and an article takes such a text for one. Nobody has "
            "found it in an official source, and it stands in a chat from a stranger: look in the "
            "app."
        },
    ),
    Row(
        "The e-mail with a fee",
        {"no notice": "It is an e-mail, it wants money, and your account still works."},
        "It is an e-mail with a price. A review costs nothing, and your account still works.",
        (
            "Does your account work?",
            "What does it want from you?",
            "A price, a hurry and a link: three things that no notice needs.",
        ),
        {
            "temporary ban": "The 24 hours are a deadline to pay, not the time until a ban ends. "
            "It is an e-mail, and it wants money.",
        },
    ),
    Row(
        "The app that goes back",
        {"unknown": "Nothing says what it is. Look again in the official app, and keep a picture."},
        "There are no words. It may be a ban, a broken network or an old app; do not guess.",
        (
            "Which words do you have?",
            "Could something else than a ban look like this?",
            "No words, no kind: find out first.",
        ),
    ),
    Row(
        "The unofficial app",
        {"temporary ban": "It names an end, in hours, and it even names the cause."},
        "It is locked now, and it says when that ends.",
        (
            "Is anything locked? And for how long?",
            "A clock may be written in words.",
            "In 2 hours: it ends, if you do what it says.",
        ),
        {
            "warning": "It does tell you what to change. But the whole screen is locked, and it "
            "says until when.",
        },
    ),
    Row(
        "The code that nobody asked for",
        {"no notice": "Somebody is trying your number. It says nothing about a measure."},
        "It is a text message about a code, and no measure is named. Somebody is trying your "
        "number: keep the code to yourself.",
        (
            "What does it say about your account?",
            "You asked for no code. Who did?",
            "The code may be real. It is still no notice.",
        ),
    ),
)

HELPERS = (
    Row(
        "The button in the app",
        {"can help": "It is the one place where a ban in the app is looked at again."},
        "The button belongs to those who decided, and it costs nothing.",
        (
            "Who decides about the account?",
            "Who is behind this button?",
            "The only place where the decision can change.",
        ),
    ),
    Row(
        "Reactivated, or your money back",
        {
            "only sells": "Nobody outside can promise it. Money back tells you what happens if it "
            "fails, not how often it works."
        },
        "They want money and no code; they use the same button that you have.",
        (
            "Which way do they have that you do not?",
            "What does the guarantee say about how often it works?",
            "Nothing. It only says what happens when it fails.",
        ),
        {
            "can help": "With what? They have the same button that you have, and their ready-made "
            "texts may confess what you did not do.",
        },
    ),
    Row(
        "The support that calls you",
        {"thief": "No support needs your code. Whoever has it has your account."},
        "He wants the code that opens your account.",
        (
            "What does he want?",
            "What can somebody do with that code?",
            "Register your number on another phone.",
        ),
    ),
    Row(
        "Your sister, with the lists",
        {"can help": "She helps to find the cause, and that is the part that you can change."},
        "She cannot lift the ban, but she helps to find the cause, for nothing.",
        (
            "Which part of the matter is in your hands?",
            "Lists and dates are where a cause is found.",
            "Four eyes find a cause sooner than two.",
        ),
    ),
    Row(
        "The adviser who promises nothing",
        {
            "can help": "Asking people first and writing it down removes the usual cause.",
            "only sells": "Nothing she sells moves the decision; the work stays yours. It is still "
            "honest.",
        },
        "She wants neither code nor login, and she says what she cannot do.",
        (
            "What does she promise, and what does she want?",
            "Could her lesson remove a cause? Could it lift a ban?",
            "Two answers are right here; the third is not.",
        ),
    ),
    Row(
        "The acquaintance inside the company",
        {"thief": "He wants your login. With it, nothing needs an acquaintance any more."},
        "There is no side door, and he wants your login.",
        (
            "What does he want from you?",
            "Can you test the acquaintance? Can he use the login?",
            "Whoever asks for the login wants the account.",
        ),
        {
            "only sells": "If it were only money. He wants your login, too.",
        },
    ),
)

STEPS = (
    Row(
        "The code that you gave away",
        {"secure the account": "While somebody else can send, no cause is stopped."},
        "Somebody else is writing in your name.",
        (
            "Who is sending?",
            "Would anything else last while he can still write?",
            "First get him out.",
        ),
    ),
    Row(
        "The app with more colours",
        {
            "official app": "The app is the cause. The same number, the official app.",
            "wait and remove the cause": "The cause is the app: removing it means changing to the "
            "official one.",
        },
        "The clock runs because of the app.",
        (
            "Where did the app come from?",
            "If you do nothing, what happens when the clock has run down?",
            "Change the app, keep the number.",
        ),
    ),
    Row(
        "The bought list",
        {
            "wait and remove the cause": "It ends by itself. Delete the list, and write only to "
            "people who asked."
        },
        "A clock runs, the app is official, and the list is the cause.",
        (
            "Is there anything to request?",
            "What would happen after the clock if the list stayed?",
            "The clock does its part; the list is yours.",
        ),
    ),
    Row(
        "Everything found and stopped",
        {"request the review": "Once, in the app, truthfully: now there is something to say."},
        "It is a ban in the app, the cause is gone, and nobody has asked yet.",
        (
            "What has been done, and what not yet?",
            "Which kind of account is it?",
            "The app's own button, once.",
        ),
        {
            "go on without it": "Your shop goes on anyway. But nobody has asked yet: the decision "
            "may still change.",
        },
    ),
    Row(
        "The list that leaves tonight",
        {
            "wait and remove the cause": "Stop tonight's list first. Then there is something true "
            "to write."
        },
        "Tonight the same thing happens again.",
        (
            "What happens tonight?",
            "What would your request say, and would it be true tomorrow?",
            "Cause before appeal.",
        ),
        {
            "request the review": "While it is being read, tonight's list goes out, or would as "
            "soon as you are back. Cause before appeal.",
        },
    ),
    Row(
        "No answer since yesterday",
        {"wait and remove the cause": "One request is enough. Look for what is left of the cause."},
        "A request is already there, and no answer yet.",
        (
            "How many requests are there?",
            "Does a second one make it quicker?",
            "Wait, and use the time.",
        ),
        {
            "request the review": "It has been requested. A second request makes nothing faster.",
            "go on without it": "Your shop goes on, as part 5 shows. But the answer is not there "
            "yet: this is for after it.",
        },
    ),
    Row(
        "Unchanged",
        {
            "go on without it": "It has been looked at again. Your customers can be reached in "
            "other ways. Only a new fact would be worth a new request."
        },
        "The review has said unchanged, and you know nothing new.",
        (
            "What has the review said?",
            "Do you know something that the request did not say?",
            "Now, and only now, this word is right.",
        ),
        {
            "request the review": "The same request does not move a decision. Only a new fact "
            "would be worth a new one.",
        },
    ),
    Row(
        "The account of the booking system",
        {"business support": "For the platform, that is the place, and an administrator may ask."},
        "The account is on the business platform; it has no app with a button.",
        (
            "Through what is this account used?",
            "Where does an administrator of the portfolio look?",
            "Business Support Home, request the review there.",
        ),
        {
            "request the review": "Right idea, and the button of the app is not there. For the "
            "platform, look in Business Support Home.",
        },
    ),
)

MEANWHILE = (
    Row(
        "A note on the door",
        {"yes": "They wait for answers; and nobody falls for a false account in your name."},
        "Customers who know nothing think that you do not answer.",
        ("Who waits for you?", "What do they believe now?", "Tell them how to reach you."),
    ),
    Row(
        "A new number for everybody",
        {"no": "That goes round the decision, and brings the old cause along."},
        "A second number to get round a ban is evasion, and the cause comes along with it.",
        (
            "What was decided, and about what?",
            "What would a new number change about the cause?",
            "Never a new number.",
        ),
    ),
    Row(
        "The list on your helper's phone",
        {"no": "They gave their numbers to your shop. It also puts her account at risk."},
        "It is the same sending from another account, and now hers is at risk.",
        ("Who gave which number to whom?", "What changes but the phone?", "It goes round the ban."),
    ),
    Row(
        "The order book",
        {"yes": "Nobody loses an order, and you see what is owed to whom."},
        "An order that you cannot find is a customer lost, and you still owe it.",
        (
            "What do you owe to whom?",
            "Where else are traces of the orders?",
            "Bank, e-mail, paper: write it together.",
        ),
    ),
    Row(
        "Delete the app, for a clean start",
        {"no": "With it may go the chats, the orders and the proof of who said yes."},
        "What is gone cannot be shown: not the notice, not the orders, not who had said yes.",
        (
            "What lies on that phone?",
            "What will you need for the request?",
            "Keep everything, delete nothing.",
        ),
    ),
    Row(
        "An e-mail about open orders",
        {"yes": "They gave the address for just this. It is about their order, and no offer."},
        "They gave you the address for their orders, and it is about their orders.",
        (
            "What did they give the address for?",
            "Is it an offer or an answer?",
            "Another channel that they chose themselves.",
        ),
    ),
    Row(
        "Everybody writes to support",
        {"no": "Many letters make nothing faster, and they know nothing of the case."},
        "Decisions are no vote. One request covers one number.",
        (
            "Who can request the review?",
            "Does a second request make it quicker?",
            "One request, from the owner.",
        ),
    ),
    Row(
        "A copy of what is left",
        {"yes": "Phones get lost, too. The copy holds the orders, and what you will quote."},
        "What is on one phone only is gone with the phone. A copy goes round nothing.",
        (
            "On how many devices do your orders lie?",
            "Does a copy go round the decision?",
            "It keeps what you have, and changes nothing.",
        ),
    ),
)

FORMS = {
    form.name: form
    for form in (
        Form("kinds", strings.KINDS, KINDS),
        Form("helpers", strings.HELP, HELPERS),
        Form("steps", strings.STEPS, STEPS),
        Form("meanwhile", strings.DO, MEANWHILE),
    )
}
