#include "cases/own_data_house.h"

namespace antre::cases {

namespace {

using engine::AnswerInquiry;
using engine::InquiriesAnswer;
using engine::ListInquiries;
using engine::StaffRefusal;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> open(OfficeAtWork& house) {
    std::vector<std::string> texts;
    const auto answer = house.act(ListInquiries{});
    for (const engine::InquirySeen& seen : std::get<InquiriesAnswer>(answer).inquiries)
        texts.push_back(seen.inquiry.text.reveal());
    return texts;
}

void writes(OfficeAtWork& house, const std::string& phone, const std::string& text) {
    house.says(phone, "petugas");
    house.says(phone, text);
}

}  // namespace

TEST(Inbox, what_follows_the_wish_for_an_officer_is_kept_and_answered_once) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    writes(house, "6281", "Apakah bayi harus ikut datang ke kantor?");
    EXPECT_THAT(house.sent().back().text, HasSubstr("sudah kami teruskan ke petugas"));
    house.restart();
    EXPECT_THAT(open(house), ElementsAre("Apakah bayi harus ikut datang ke kantor?"));
    EXPECT_TRUE(std::holds_alternative<engine::StaffDone>(house.act(AnswerInquiry{
        {1}, "Ya, bayi\nharus ikut."})));
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_FALSE(sent[0].is_template);
    EXPECT_THAT(sent[0].text, HasSubstr("Ya, bayi harus ikut."));
    EXPECT_THAT(open(house), IsEmpty());
    EXPECT_EQ(
        std::get<StaffRefusal>(house.act(AnswerInquiry{{1}, "Lagi"})), StaffRefusal::answered_before
    );
    EXPECT_EQ(
        std::get<StaffRefusal>(house.act(AnswerInquiry{{2}, "Siapa?"})),
        StaffRefusal::inquiry_unknown
    );
    EXPECT_THAT(house.sent(), IsEmpty());
}

TEST(Inbox, an_answer_after_a_day_goes_as_a_template_even_to_who_said_stop) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    writes(house, "6281", "Apakah bayi harus ikut datang ke kantor?");
    house.says("6281", "STOP");
    house.sent();
    house.at("2026-11-26T09:00:00+07:00");
    house.act(AnswerInquiry{{1}, "Ya, bayi harus ikut."});
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_EQ(
        sent[0].text,
        "template jawaban_petugas: | Kantor Imigrasi Jakarta Selatan | Ya, bayi harus ikut."
    );
}

TEST(Inbox, whether_the_answer_helped_is_asked_kept_and_written_about_once_more) {
    Database database;
    OfficeAtWork house("2026-11-24T09:00:00+07:00", small_office(), &database.store());
    const auto verdict = [&](std::uint64_t id) {
        return (*database.store().inquiry({id}))->verdict;
    };
    writes(house, "6281", "Apakah bayi harus ikut datang ke kantor?");
    house.act(AnswerInquiry{{1}, "Ya, bayi harus ikut."});
    EXPECT_THAT(house.sent().back().text, HasSubstr("Apakah terbantu? Balas *1* ya, *2* belum."));
    house.says("6281", "2");
    EXPECT_THAT(house.sent().back().text, HasSubstr("Tulis sekali lagi"));
    EXPECT_EQ(verdict(1), conversation::Verdict::not_helped);
    house.says("6281", "Tetapi bayi saya sedang sakit di rumah");
    EXPECT_THAT(open(house), ElementsAre("Tetapi bayi saya sedang sakit di rumah"));
    house.sent();
    house.at("2026-11-26T09:00:00+07:00");
    house.restart();
    house.act(AnswerInquiry{{2}, "Datang kalau sudah sembuh."});
    const auto sent = house.sent();
    ASSERT_THAT(sent, SizeIs(1));
    EXPECT_TRUE(sent[0].is_template);
    ASSERT_THAT(sent[0].payloads, SizeIs(2));
    house.taps("6299", sent[0].payloads[0]);
    EXPECT_EQ(verdict(2), conversation::Verdict::none) << "of somebody else";
    house.sent();
    house.says("6281", "ya");
    EXPECT_THAT(house.sent().back().text, HasSubstr("senang bisa membantu"));
    EXPECT_EQ(verdict(2), conversation::Verdict::helped);
}

TEST(Inbox, the_journal_tells_once_whether_an_answer_helped) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    writes(house, "6281", "Apakah bayi harus ikut datang ke kantor?");
    house.act(AnswerInquiry{{1}, "Ya, bayi harus ikut."});
    const auto payloads = house.sent().back().payloads;
    for (int i = 0; i < 2; ++i)
        house.taps("6281", payloads[0]);
    EXPECT_THAT(
        house.journal_kinds(),
        ElementsAre("office_set", "inquiry_kept", "inquiry_answered", "inquiry_judged")
    );
    EXPECT_THAT(house.store().journal(house.office()).back().body, HasSubstr("1 helped"));
}

TEST(Inbox, a_national_number_is_not_kept) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    writes(house, "6281", "NIK saya 3174015405909013 tidak cocok dengan paspor lama");
    ASSERT_THAT(open(house), SizeIs(1));
    EXPECT_EQ(open(house)[0].find("9013"), std::string::npos);
    EXPECT_THAT(open(house)[0], HasSubstr("tidak cocok dengan paspor lama"));
}

TEST(Inbox, a_command_is_obeyed_instead_of_kept) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    for (const char* command : {"menu", "STOP", "antrean saya", "terima kasih", "english"})
        writes(house, "6281", command);
    EXPECT_THAT(open(house), IsEmpty());
}

TEST(Inbox, who_has_many_open_messages_is_told_to_call) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    for (int i = 0; i < 7; ++i) {
        writes(house, "6281", "Tolong dijawab pertanyaan saya yang tadi");
        house.later(minutes(10));
    }
    EXPECT_THAT(open(house), SizeIs(5));
    EXPECT_THAT(house.sent().back().text, HasSubstr("masih menunggu jawaban"));
    writes(house, "6282", "Apakah hari Sabtu kantor buka?");
    EXPECT_THAT(open(house), SizeIs(6));
}

TEST(Inbox, the_journal_tells_that_somebody_asked_and_was_answered_but_not_what) {
    OfficeAtWork house("2026-11-24T09:00:00+07:00");
    writes(house, "6281", "Apakah bayi harus ikut datang ke kantor?");
    house.act(AnswerInquiry{{1}, "Ya, bayi harus ikut."});
    std::string bodies;
    for (const storage::JournalRow& row : house.store().journal(house.office()))
        bodies += row.body;
    EXPECT_THAT(
        house.journal_kinds(), ElementsAre("office_set", "inquiry_kept", "inquiry_answered")
    );
    EXPECT_EQ(bodies.find("bayi"), std::string::npos);
}

}  // namespace antre::cases
