#include "channels/whatsapp/ticket_picture.h"

#include <algorithm>
#include <array>
#include <cairo.h>
#include <cstdint>
#include <memory>
#include <numbers>
#include <png.h>
#include <qrencode.h>
#include <vector>

#include "foundation/assert.h"
#include "foundation/text.h"

namespace antre::channels::whatsapp {

namespace {

constexpr int side = 600;
constexpr double edge = 12;        // of the card, from the picture's edge
constexpr double corner = 28;      // the card's radius
constexpr double band_end = 88;    // office name above, number below
constexpr double tear_line = 300;  // what is read above, what is scanned below
constexpr double text_width = 524;
constexpr double qr_left = 50;
constexpr int qr_side_max = 236;

// The picture is drawn in sixteen shades on one ramp from black over navy to white, and written
// with a palette: a third of the bytes and of the time that full colour takes.
enum class Shade : std::uint8_t {
    black = 0,
    navy = 2,
    grey = 8,
    ground = 14,
    paper = 15,
};
using Palette = std::array<std::uint8_t, 16 * 3>;

constexpr Palette make_palette() {
    struct Stop {
        Shade shade;
        std::array<int, 3> colour;
    };
    constexpr std::array<Stop, 5> stops{{
        {Shade::black, {0, 0, 0}},
        {Shade::navy, {15, 46, 90}},
        {Shade::grey, {102, 121, 145}},
        {Shade::ground, {220, 230, 242}},
        {Shade::paper, {255, 255, 255}},
    }};
    Palette palette{};
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        const int first = static_cast<int>(stops[i].shade);
        const int last = static_cast<int>(stops[i + 1].shade);
        for (int shade = first; shade <= last; ++shade) {
            for (std::size_t c = 0; c < 3; ++c) {
                const int from = stops[i].colour[c];
                const int to = stops[i + 1].colour[c];
                palette[static_cast<std::size_t>(shade) * 3 + c] = static_cast<std::uint8_t>(
                    from + (to - from) * (shade - first) / (last - first)
                );
            }
        }
    }
    return palette;
}
constexpr Palette palette = make_palette();

struct Free {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
    void operator()(QRcode* code) const { QRcode_free(code); }
};
using Surface = std::unique_ptr<cairo_surface_t, Free>;
using Pen = std::unique_ptr<cairo_t, Free>;
using Code = std::unique_ptr<QRcode, Free>;

void use(cairo_t* pen, Shade shade) {
    cairo_set_source_rgba(pen, 0, 0, 0, static_cast<int>(shade) / 15.0);
}

double width_of(cairo_t* pen, const std::string& text) {
    cairo_text_extents_t extents;
    cairo_text_extents(pen, text.c_str(), &extents);
    return extents.x_advance;
}

struct Line {
    double middle;  // x of its middle
    double centre;  // y of the middle of its capitals
    double size_max;
    double size_min;
    double width_max;
};

// Draws a text as large as fits; one that does not fit at the smallest size is cut.
void write(cairo_t* pen, const std::string& given, const Line& line) {
    constexpr std::size_t units_max = 120;  // far more than fits
    const std::string whole = shorten(given, units_max);
    std::string text = whole;
    double size = line.size_max;
    cairo_set_font_size(pen, size);
    const double width = width_of(pen, text);
    if (width > line.width_max) {
        size = std::max(line.size_min, size * line.width_max / width);
        cairo_set_font_size(pen, size);
    }
    // Hinting makes the advance at one size differ a little from the scaled one.
    const std::size_t units = utf16_units(text);
    for (std::size_t keep = units; width_of(pen, text) > line.width_max * 1.02 && keep > 1;) {
        text = shorten(whole, --keep);
    }
    cairo_text_extents_t extents;
    cairo_text_extents(pen, text.c_str(), &extents);
    constexpr double capital_height = 0.729;  // of DejaVu Sans, in its size
    cairo_move_to(
        pen, line.middle - extents.x_advance / 2, line.centre + size * capital_height / 2
    );
    cairo_show_text(pen, text.c_str());
}

void choose(cairo_t* pen, const char* family, cairo_font_weight_t weight) {
    cairo_select_font_face(pen, family, CAIRO_FONT_SLANT_NORMAL, weight);
}

void outline_card(cairo_t* pen) {
    constexpr double low = edge + corner;
    constexpr double high = side - edge - corner;
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(pen);
    cairo_arc(pen, high, low, corner, -quarter, 0);
    cairo_arc(pen, high, high, corner, 0, quarter);
    cairo_arc(pen, low, high, corner, quarter, 2 * quarter);
    cairo_arc(pen, low, low, corner, 2 * quarter, 3 * quarter);
    cairo_close_path(pen);
}

// A white card with a coloured head, notched and dotted where a paper ticket would tear.
void draw_card(cairo_t* pen) {
    use(pen, Shade::ground);
    cairo_paint(pen);
    outline_card(pen);
    cairo_save(pen);
    cairo_clip(pen);
    use(pen, Shade::paper);
    cairo_paint(pen);
    use(pen, Shade::navy);
    cairo_rectangle(pen, 0, 0, side, band_end);
    cairo_fill(pen);
    cairo_restore(pen);

    use(pen, Shade::ground);
    for (const double x : {edge, side - edge}) {
        cairo_arc(pen, x, tear_line, 15, 0, 2 * std::numbers::pi);
        cairo_fill(pen);
    }
    constexpr double dots[] = {0, 12};
    cairo_set_line_width(pen, 4);
    cairo_set_line_cap(pen, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(pen, dots, 2, 0);
    cairo_move_to(pen, edge + 30, tear_line);
    cairo_line_to(pen, side - edge - 29, tear_line);
    cairo_stroke(pen);
}

// Whole pixels a module, black on white: what scanners read best.
void draw_qr(cairo_t* pen, const std::string& text) {
    const Code code(QRcode_encodeData(
        static_cast<int>(text.size()),
        reinterpret_cast<const unsigned char*>(text.data()),
        0,
        QR_ECLEVEL_M
    ));
    ASSERT(code != nullptr);
    const int modules = code->width;
    const int module = std::max(1, qr_side_max / modules);
    const double top = (tear_line + side - edge - module * modules) / 2;
    use(pen, Shade::black);
    for (int y = 0; y < modules; ++y) {
        for (int x = 0; x < modules; ++x) {
            if ((code->data[y * modules + x] & 1) == 0) continue;
            cairo_rectangle(pen, qr_left + x * module, top + y * module, module, module);
        }
    }
    cairo_set_antialias(pen, CAIRO_ANTIALIAS_NONE);
    cairo_fill(pen);
    cairo_set_antialias(pen, CAIRO_ANTIALIAS_DEFAULT);
}

void draw_texts(cairo_t* pen, const notices::TicketPicture& ticket) {
    constexpr double middle = side / 2.0;
    constexpr double right = (qr_left + qr_side_max + side - edge) / 2;  // beside the QR code
    choose(pen, "DejaVu Sans", CAIRO_FONT_WEIGHT_BOLD);
    use(pen, Shade::paper);
    write(pen, ticket.office, {middle, (edge + band_end) / 2, 32, 21, text_width});
    use(pen, Shade::navy);
    write(pen, ticket.number, {middle, 163, 154, 44, text_width});
    write(pen, ticket.when, {middle, 258, 30, 20, text_width});
    choose(pen, "DejaVu Sans Mono", CAIRO_FONT_WEIGHT_BOLD);
    write(pen, ticket.code, {right, 452, 68, 24, 252});
    choose(pen, "DejaVu Sans", CAIRO_FONT_WEIGHT_NORMAL);
    use(pen, Shade::grey);
    write(pen, "A N T R E", {right, 396, 22, 22, 252});
}

std::string png_of(cairo_surface_t* surface) {
    cairo_surface_flush(surface);
    const unsigned char* pixels = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    std::vector<std::uint8_t> shades;
    shades.reserve(side * side);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            shades.push_back(static_cast<std::uint8_t>((pixels[y * stride + x] + 8) / 17));
        }
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = side;
    image.height = side;
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = palette.size() / 3;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string png(size, '\0');
    ASSERT(
        png_image_write_to_memory(&image, png.data(), &size, 0, shades.data(), 0, palette.data()) !=
        0
    );
    png.resize(size);
    return png;
}

}  // namespace

std::string draw_ticket(const notices::TicketPicture& ticket) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, side, side));
    const Pen pen(cairo_create(surface.get()));
    cairo_set_operator(pen.get(), CAIRO_OPERATOR_SOURCE);
    draw_card(pen.get());
    draw_texts(pen.get(), ticket);
    draw_qr(pen.get(), ticket.qr);
    ASSERT(cairo_status(pen.get()) == CAIRO_STATUS_SUCCESS);
    return png_of(surface.get());
}

}  // namespace antre::channels::whatsapp
