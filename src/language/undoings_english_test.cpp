#include "language/said_test.h"

// Who asks about cancelling or stopping, fears, denies or reports it, or speaks of others, wants
// neither. A place that is lost by a mishearing is the worst that can happen here.

namespace antre::language {

namespace {

void expect_no_english_undoing(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) {
        const Meaning meaning = heard(text);
        EXPECT_NE(meaning.intent, Intent::cancel) << text << "\n  because " << meaning.reason;
        EXPECT_NE(meaning.intent, Intent::opt_out) << text << "\n  because " << meaning.reason;
    }
}

}  // namespace

TEST(EnglishUndoings, talk_of_cancelling_is_no_wish_1) {
    expect_no_english_undoing(
        {"what happens if I cancel my appointment?",
         "can I cancel later if something comes up?",
         "is it possible to cancel?",
         "how do I cancel a booking",
         "do I have to cancel first before moving it?",
         "is there a fee for cancelling",
         "I'm afraid my booking got cancelled",
         "did my booking get cancelled?",
         "has my appointment been cancelled?",
         "why was my booking cancelled",
         "who cancelled my booking?",
         "I never cancelled my appointment",
         "I did not cancel it",
         "please don't cancel my appointment, I'm just late",
         "don't delete my booking",
         "I don't want to cancel, I want to move it",
         "not cancelling, just asking",
         "I was going to cancel but I changed my mind, I'll be there",
         "I almost cancelled but I can make it",
         "my wife wants to cancel but I don't",
         "my friend cancelled, I am still coming",
         "my flight was cancelled, can I come earlier?",
         "the airline cancelled my flight so I need an earlier slot",
         "my meeting got cancelled so Thursday works",
         "our trip was cancelled, still need the passport though",
         "my wedding is cancelled, do I need to change my name",
         "if someone cancels let me know",
         "any cancellations for tomorrow?",
         "did anyone cancel for friday?",
         "let me know if there is a cancellation",
         "how late can I cancel",
         "what is the deadline to cancel",
         "is there a penalty for cancelling late",
         "will it be cancelled automatically if I'm late?",
         "will you cancel me if I'm 10 minutes late",
         "I cancelled yesterday and want to book again",
         "I cancelled last week, can I rebook",
         "already cancelled, thanks",
         "my boss told me to cancel but I won't",
         "should I cancel or move it?",
         "cancel or not, I don't know yet",
         "I might cancel, not sure yet",
         "I may have to cancel, will let you know",
         "can my mother cancel for me?",
         "can you cancel my neighbour's booking",
         "how do I stop smoking",
         "which bus stop is near",
         "don't stop the reminders"}
    );
}

TEST(EnglishUndoings, talk_of_cancelling_is_no_wish_2) {
    expect_no_english_undoing(
        {"why did the reminders stop",
         "please keep sending reminders, don't stop",
         "when do you stop taking people",
         "what time do you stop registration",
         "stop, I made a typo, I meant Thursday",
         "stop by on monday ok?",
         "I'll stop by tomorrow at 10",
         "can I stop by without an appointment",
         "the rain doesn't stop, I'll be late",
         "how to unsubscribe from netflix",
         "I quit my job, does my passport need a change?",
         "never mind the cancellation, keep my slot",
         "forget what I said about cancelling",
         "scratch that, don't cancel",
         "no need to cancel, I can come",
         "no need to move it, I'll be there",
         "I can't cancel, the button does not work",
         "the cancel button doesn't work",
         "remove the wrong photo I sent",
         "delete my last message",
         "is not coming a problem for the deposit?",
         "if I don't come, what happens",
         "what if I can't come",
         "my son can't come, only me",
         "my husband cannot come, can I come alone?",
         "I'm not going anywhere until I get my passport",
         "drop off documents where?",
         "can I drop by tomorrow",
         "I withdrew money for the fee already",
         "call off the search, found my code",
         "is the office closed or did you cancel my slot?",
         "the system says cancelled, is that right?",
         "I accidentally pressed cancel, please restore my booking",
         "oops hit cancel by mistake",
         "I cancelled by accident, can I get it back",
         "is my old slot cancelled when I move?",
         "will the old one be cancelled automatically",
         "does rescheduling cancel the first booking?",
         "someone told me all appointments on friday are cancelled, true?",
         "I heard friday is cancelled",
         "are appointments on the 25th cancelled?",
         "is friday cancelled because of the holiday?",
         "your office cancelled on me last time",
         "can my wife cancel on my behalf?",
         "where is the cancel button",
         "I'm not going to cancel",
         "we won't cancel",
         "no cancellation please"}
    );
}

TEST(EnglishUndoings, talk_of_cancelling_is_no_wish_3) {
    expect_no_english_undoing(
        {"please no cancelling",
         "I'd hate to cancel",
         "rather not cancel",
         "unless you cancel I will be there",
         "as long as you don't cancel it",
         "until I cancel it, keep it",
         "before I cancel, is there another slot?",
         "instead of cancelling can I move it?",
         "rather than cancel, move me to friday",
         "cancel? no way",
         "who said anything about cancelling",
         "she cancelled, not me",
         "he told me to cancel, should I",
         "my agent cancelled it without asking",
         "don't come? or come at 9?",
         "I can't come at 9 but I can at 11",
         "I can't come before 10",
         "I can't come alone, need a companion",
         "my wife can't come so just me",
         "not coming by car, is there a bus?",
         "I'm not coming from jakarta, does that matter",
         "the wheelchair can't come in, is there a ramp",
         "stop me if I'm wrong, it's thursday right?",
         "I'll stop texting you, thanks",
         "non stop rain here, running late",
         "which stop do I get off",
         "did you stop sending tickets by email",
         "my phone stopped working, resend the code",
         "the reminders stopped, turn them on",
         "has the queue stopped?",
         "the queue stopped moving",
         "remove the second person, add Budi",
         "delete the second name",
         "please remove the typo in my name",
         "drop the e-passport, make it regular",
         "drop one person from my group",
         "take off my jacket for the photo?",
         "what is your cancellation policy?",
         "question about cancelling",
         "quick question: can I cancel on the day?",
         "just wondering if cancelling is free",
         "is cancelling possible the day before?",
         "would cancelling affect my next booking?",
         "do cancelled slots come back?",
         "are there cancelled slots tomorrow?",
         "I got a message saying my slot was cancelled",
         "your message says cancelled, but I never asked",
         "it shows cancelled in the app"}
    );
}

TEST(EnglishUndoings, talk_of_cancelling_is_no_wish_4) {
    expect_no_english_undoing(
        {"why does it say cancelled?",
         "he cancelled his, so is there room for me?",
         "my sister is cancelling hers, can I take it",
         "if I'm late do you cancel?",
         "please make sure it's not cancelled",
         "hope it's not cancelled",
         "glad it's not cancelled",
         "good thing I didn't cancel",
         "not cancelled right?",
         "you didn't cancel mine, did you?",
         "nobody cancels on a friday",
         "haven't cancelled yet, still thinking",
         "thinking about cancelling",
         "I was thinking of cancelling but no"}
    );
}

}  // namespace antre::language
