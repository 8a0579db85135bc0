#include <array>
#include <cstdio>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

#include "channels/whatsapp/ticket_picture.h"

namespace antre::channels::whatsapp {

namespace {

notices::TicketPicture ticket() {
    return {
        "ANTRE1:jakarta-selatan:7F3K9Q",
        "A-017",
        "7F3K9Q",
        "Jumat, 27 November 2026, 08.20 WIB",
        "Kantor Imigrasi Jakarta Selatan"};
}

// What a scanner reads in a picture.
std::string scan(const std::string& png) {
    const std::string path = ::testing::TempDir() + "antre_ticket.png";
    std::ofstream(path, std::ios::binary) << png;
    const std::string command = "zbarimg --quiet --raw --nodbus " + path + " 2>/dev/null";
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return "zbarimg does not start";
    std::array<char, 4096> buffer{};
    std::string read;
    while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr)
        read += buffer.data();
    pclose(pipe);
    std::remove(path.c_str());
    return read;
}

std::uint32_t big_endian_at(const std::string& png, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        value = value << 8 | static_cast<std::uint8_t>(png.at(i));
    return value;
}

}  // namespace

TEST(TicketPicture, is_a_small_png_of_600_by_600) {
    const std::string png = draw_ticket(ticket());
    EXPECT_EQ(png.substr(0, 8), "\x89PNG\r\n\x1a\n");
    EXPECT_EQ(big_endian_at(png, 16), 600U);
    EXPECT_EQ(big_endian_at(png, 20), 600U);
    EXPECT_LE(png.size(), 20U * 1024);
}

TEST(TicketPicture, scans_to_the_text_of_the_ticket) {
    EXPECT_EQ(scan(draw_ticket(ticket())), ticket().qr + "\n");
    notices::TicketPicture family = ticket();
    family.qr = "ANTRE1:" + std::string(60, 'x') + ":7F3K9Q";
    family.number = "A-017 - A-019";
    EXPECT_EQ(scan(draw_ticket(family)), family.qr + "\n");
}

TEST(TicketPicture, cuts_what_does_not_fit_and_stands_empty_texts) {
    notices::TicketPicture wide = ticket();
    wide.office = std::string(5000, 'W');
    wide.when = std::string(5000, 'M');
    wide.number = std::string(100, '8');
    wide.code = std::string(100, 'Q');
    EXPECT_EQ(scan(draw_ticket(wide)), wide.qr + "\n");
    const notices::TicketPicture bare{ticket().qr, "", "", "", ""};
    EXPECT_EQ(scan(draw_ticket(bare)), bare.qr + "\n");
}

TEST(TicketPicture, is_the_same_whoever_draws_it_and_differs_from_ticket_to_ticket) {
    const std::string alone = draw_ticket(ticket());
    std::vector<std::string> drawn(4);
    std::vector<std::thread> threads;
    for (std::string& png : drawn) {
        threads.emplace_back([&png] {
            for (int i = 0; i < 5; ++i)
                png = draw_ticket(ticket());
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& png : drawn)
        EXPECT_TRUE(png == alone);
    notices::TicketPicture other = ticket();
    other.number = "A-018";
    EXPECT_FALSE(draw_ticket(other) == alone);
}

}  // namespace antre::channels::whatsapp
