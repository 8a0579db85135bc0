#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "conversation/information.h"
#include "conversation/small_office.h"

namespace antre::conversation {

namespace {

using testing::HasSubstr;

std::string said(SmallOffice& office, const char* text) {
    std::string all;
    for (const Reply& reply : office.say(text)) {
        if (const auto* note = std::get_if<notices::Note>(&reply.content)) all += note->body;
        if (const auto* pin = std::get_if<notices::LocationPin>(&reply.content)) {
            all += pin->address;
        }
    }
    return all;
}

}  // namespace

TEST(Information, an_office_s_own_texts_are_told_whole) {
    const std::string address =
        "Jl. Boulevard Artha Gading No. 80, RT.18/RW.8, Kelapa Gading Barat, Jakarta Utara 14240";
    const std::string paper =
        "Surat keterangan hilang dari kepolisian yang masih berlaku, asli dan dua lembar fotokopi";
    scheduling::Office long_texts = south_jakarta();
    long_texts.profile.address = address;
    const std::string facilities =
        "Parkir motor dan mobil di basemen, kursi roda di pintu utara, ruang laktasi dan ruang "
        "bermain anak di lantai dua, musala, kantin, mesin ATM, fotokopi, dan jalur landai bagi "
        "pengguna kursi roda dari halte";
    long_texts.profile.facilities_id = facilities;
    for (scheduling::DocumentList& list : long_texts.profile.documents)
        list.items_id.push_back(paper);
    SmallOffice office(long_texts);
    EXPECT_THAT(said(office, "alamatnya dimana min"), HasSubstr(address));
    EXPECT_THAT(said(office, "syarat bikin paspor baru apa aja"), HasSubstr(paper));
    EXPECT_THAT(said(office, "ada parkir dan kursi roda ga"), HasSubstr(facilities));
    EXPECT_THAT(said(office, "mau ngomong sama petugas"), HasSubstr(address));
}

}  // namespace antre::conversation
