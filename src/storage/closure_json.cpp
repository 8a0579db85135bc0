#include "storage/closure_json.h"

#include <boost/json.hpp>

#include "storage/json_reading.h"
#include "storage/placement_json.h"

namespace antre::storage {

namespace json = boost::json;

using engine::ClosureMove;
using engine::Reach;

namespace {

ClosureMove move_in(const json::object& object, std::string& fault) {
    JsonObject members(object, fault);
    ClosureMove move;
    move.booking = BookingId{members.number<std::uint64_t>("booking")};
    move.from = placement_in(members.object("from"), fault);
    move.to = placement_in(members.object("to"), fault);
    const std::string reach = members.text("reach");
    bool is_known = false;
    for (const Reach each : {Reach::told, Reach::opted_out, Reach::without_phone}) {
        if (reach != engine::name_of(each)) continue;
        move.reach = each;
        is_known = true;
    }
    if (!is_known) members.wrong("reach");
    return move;
}

}  // namespace

std::string encode_moves(const std::vector<ClosureMove>& moves) {
    json::array out;
    for (const ClosureMove& move : moves) {
        json::object each;
        each["booking"] = move.booking.value;
        each["from"] = placement_object(move.from, {});
        each["to"] = placement_object(move.to, {});
        each["reach"] = engine::name_of(move.reach);
        out.push_back(std::move(each));
    }
    return json::serialize(out);
}

Result<std::vector<ClosureMove>, std::string> decode_moves(std::string_view text) {
    boost::system::error_code error;
    const json::value value = json::parse(text, error);
    if (error || !value.is_array()) return fail(std::string("the moves are not a JSON array"));
    std::string fault;
    std::vector<ClosureMove> moves;
    for (const json::value& each : value.get_array()) {
        if (!each.is_object()) return fail(std::string("a move is not a JSON object"));
        moves.push_back(move_in(each.get_object(), fault));
    }
    if (!fault.empty()) return fail(std::move(fault));
    return moves;
}

}  // namespace antre::storage
