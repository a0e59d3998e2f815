"""The questions of module m06's decide notebook, in three forms.

The notebook prints the questions and their letters; here stands what each letter is told.
"""

from __future__ import annotations

from sendwell.reports.people import Question

CAUSES = (
    Question(
        "1. Six hours, at a desk that is never full",
        {
            "c": "At this desk an even stream hardly waits at all. So the stream, the staff or "
            "the order is not even. The average hides all three."
        },
        {
            "a": "At 80 of 100, and evenly, a thousand reviewers hardly let anybody wait. The "
            "utilisation alone gives no hours.",
            "b": "They can do 100 an hour, and 80 come. They are not too few on average; the "
            "question is when they are.",
            "d": "A slow review keeps its own report long, not the others: how many reviews an "
            "hour are possible is counted already.",
        },
        (
            "Look at the table of this part, in the column with many reviewers.",
            "If everything were even, how long would the wait be?",
            "What can happen at one hour and not at another?",
        ),
    ),
    Question(
        "2. One reviewer, or fifty who share a queue",
        {
            "b": "With fifty, one of them is nearly always about to finish. With one, a single "
            "long review holds up everybody."
        },
        {
            "a": "The utilisation is the same, the wait is not. Compare the columns of the table.",
            "c": "More people wait there, but the queue also moves fifty times as fast.",
        },
        (
            "Read one row of the table from left to right.",
            "How soon does the next reviewer become free, of one and of fifty?",
            "The single reviewer is the one who holds everybody up.",
        ),
    ),
    Question(
        "3. Monday morning after an overloaded weekend",
        {
            "b": "Only what is possible beyond what comes works off the backlog. That can take "
            "longer than the weekend took to build it."
        },
        {
            "a": "The reports of the weekend wait still, and those of Monday stand behind them.",
            "c": "On weekdays fewer come than are possible. That difference eats the backlog up.",
        },
        (
            "What has become of the reports that came on Saturday and Sunday?",
            "In the worked example 20 an hour more are possible than come.",
            "The backlog shrinks only by the difference.",
        ),
    ),
    Question(
        "4. Nobody shall ever be idle",
        {
            "b": "Chance brings the reports in clusters. Free time is what takes them up; without"
            " it each cluster stays for good."
        },
        {
            "a": "Look at the last rows of the table: from 95 to 99 the waits become five times "
            "as long, and at 100 they never end.",
            "c": "The wait begins to grow long before 100: compare 80 with 95 in the table.",
        },
        (
            "Read the first column of the table downwards.",
            "What does a desk do with a sudden cluster if nobody has a free minute?",
            "Some idle time is what keeps waits short.",
        ),
    ),
    Question(
        "5. What to ask for",
        {
            "b": "Peaks and nights are seen by the hour, and nowhere else.",
            "d": "It shows who pays for the order of work, and counts those who still wait: they "
            "are the longest of all.",
        },
        {
            "a": "A month's average is the same with and without peaks. It is what hid the cause.",
            "c": "One report shows that something is possible, and not how often or why.",
        },
        (
            "Which number would look different if the weekend were the cause?",
            "Two letters show what an average hides: one by time, one by kind.",
            "By the hour; or by kind, with those who still wait.",
        ),
    ),
)

ORDER = (
    Question(
        "1. The mean over all reports, with and without priority",
        {
            "b": "Nobody works faster. What some gain, others lose, as long as all reviews take "
            "about equally long."
        },
        {
            "a": "The urgent wait less, and there are few of them. The many others wait longer: "
            "weigh both by how many they are.",
            "c": "The longest waits grow, and the urgent ones shrink. In sum neither wins.",
        },
        (
            "Add up the three waits of the worked example, in both orders.",
            "Does an order make the reviewers faster?",
            "The sum stays; only the places change.",
        ),
    ),
    Question(
        "2. So that nobody starves",
        {
            "b": "Whoever waits long enough becomes urgent, and new threats still go before new "
            "adverts.",
            "c": "What is set apart for the lowest kind cannot be taken by the others. The urgent"
            " pay a little for it.",
        },
        {
            "a": "Then the threats wait as long as the adverts. That is fair to reports, and not "
            "to people in need.",
            "d": "That makes the list shorter and nobody's wait. Those reports starved, and then "
            "they were thrown away.",
        },
        (
            "Which of these lets a waiting report be taken up, and the urgent still go first?",
            "Two letters do. One changes urgency with time, one sets staff apart.",
            "Ageing, or a place of their own.",
        ),
    ),
    Question(
        "3. An advert, reported as a threat",
        {
            "b": "The place in front is taken from somebody. And the report says something that "
            "is not true."
        },
        {
            "a": "In a queue with priorities, the kind decides the place.",
            "c": "Faster for one is slower for somebody else: an order only moves waiting.",
        },
        (
            "Who would have been next?",
            "Priority moves waiting. To whom, here?",
            "Somebody who is really threatened stands behind it now.",
        ),
    ),
    Question(
        "4. Forty reports about the same messages",
        {
            "b": "The messages are the same forty times, so one look says what there is to say. "
            "Merged, they cost one review, and the most urgent true report counts."
        },
        {
            "a": "Thirty-nine of them find what the first found, and everybody else waits for "
            "them.",
            "c": "Forty can be wrong, or be asked to be. What was written decides.",
            "d": "Among them may be forty victims. How many report says nothing either way.",
        },
        (
            "What would the second reviewer see that the first did not?",
            "Neither for nor against: what do forty equal packages show?",
            "One review, one verdict.",
        ),
    ),
)

CONCLUSIONS = (
    Question(
        "1. Four days without an answer",
        {"b": "Silence says neither yes nor no. What protects her does not depend on the answer."},
        {
            "a": "The same report again is one more in the queue, and says nothing new.",
            "c": "They have received nothing, so their reports would not be true.",
            "d": "A report need not lead to anything that she can see. From silence nothing "
            "follows.",
        },
        (
            "What does silence tell her?",
            "What can she do that does not depend on an answer?",
            "Block, keep what proves it, and report again if something new comes.",
        ),
    ),
    Question(
        "2. Your shop's account works as ever",
        {
            "b": "The reported person is not told. What you can see is how many block you, say "
            "stop and answer, and that is worth more."
        },
        {
            "a": "If somebody had, you would see exactly the same: nothing.",
            "c": "There may have been no report at all, or one that waits. You would see the same.",
        },
        (
            "What would you see if somebody had reported you yesterday?",
            "The reported person is not told. What can you see instead?",
            "Nothing certain follows. Look at your own numbers.",
        ),
    ),
    Question(
        "3. Banned ten minutes after a campaign",
        {
            "c": "Filters are quick, but so is a person with an empty queue; and the cause may be"
            " an older one.",
            "d": "A review asks somebody to look again, whoever decided the first time.",
        },
        {
            "a": "A quick decision may be a program's. Nothing in the time says that anybody read.",
            "b": "A program decides rightly and wrongly, as people do. Look for the cause first.",
        },
        (
            "Which stages can decide within ten minutes?",
            "Two letters are right: one about what you know, one about what you do.",
            "The time tells neither who nor why. Ask for a review, once.",
        ),
    ),
    Question(
        "4. A review requested yesterday",
        {"b": "It waits in its place. Meanwhile the cause is what you can change."},
        {
            "a": "The help page says that more requests do not speed it up.",
            "c": "That goes round a decision that is being looked at, and may cost the new number"
            " too.",
            "d": "Nobody outside has a way to the front. Whoever sells one sells nothing.",
        },
        (
            "What would a second request change in the queue?",
            "What can you change while you wait?",
            "Wait, and mend the cause.",
        ),
    ),
    Question(
        "5. Two hours, for a price",
        {
            "b": "Whoever is not the owner can neither ask for the review of a business account "
            "nor see how it stands."
        },
        {
            "a": "You would pay for a place in a queue that they cannot reach.",
            "c": "A promise to pay back says how they sell, not that they can do it. And never "
            "give anybody a code that you received.",
        },
        (
            "Who can ask for a review of your account?",
            "What would they have to be able to do?",
            "Nobody outside can: leave it.",
        ),
    ),
    Question(
        "6. Seventeen minutes, or forty-two hours",
        {
            "c": "Neither figure can be checked, so neither carries a plan. Another way to your "
            "customers carries it."
        },
        {
            "a": "A mean of waits that contradict each other is no wait that anybody has.",
            "b": "The longest figure in an article is no upper bound: nobody promised it.",
            "d": "You would promise what nobody promised you.",
        },
        (
            "Who stands behind these two figures?",
            "What do you need that holds whatever the wait is?",
            "A plan that needs no figure: another way to reach people.",
        ),
    ),
)

#: Each form by its name in the notebook.
FORMS = {"causes": CAUSES, "order": ORDER, "conclusions": CONCLUSIONS}
