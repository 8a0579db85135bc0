#pragma once

// Every bound of the room, with its unit. Servers and clients may be given others (their options).

#include <cstddef>

#include "foundation/time.h"

namespace antre::http {

struct ServerLimits {
    std::size_t body_bytes_max = 4 * 1024 * 1024;
    std::size_t head_bytes_max = 16 * 1024;  // request line and headers
    std::size_t connections_max = 10'000;    // over all io threads
    std::size_t connections_per_peer_max = 10'000;
};

struct ServerDeadlines {
    Milliseconds head = seconds(10);       // from the first byte of a request to its last header
    Milliseconds body = seconds(15);       // from the last header to the last byte of the body
    Milliseconds idle = seconds(60);       // between two requests
    Milliseconds answer = seconds(60);     // from the whole request to the handler's answer
    Milliseconds write = seconds(60);      // from the answer to its last byte taken by the peer
    Milliseconds linger = seconds(2);      // reading on after an error, so that its answer arrives
    Milliseconds drain = seconds(10);      // at stop, for answers in flight
    Milliseconds heartbeat = seconds(15);  // between two signs of life on a quiet event stream
    Milliseconds sweep = seconds(1);       // how often deadlines are looked at: their precision
};

inline constexpr std::size_t header_fields_max = 100;
inline constexpr std::size_t target_bytes_max = 8 * 1024;
inline constexpr std::size_t padding_bytes = 64;  // spare capacity behind a request's body
inline constexpr std::size_t body_bytes_reserved_max = 64 * 1024;  // on the word of Content-Length
inline constexpr std::size_t read_bytes = 4 * 1024;                // one read of a head
inline constexpr std::size_t read_body_bytes = 64 * 1024;          // one read of a body
inline constexpr std::size_t flat_write_bytes_max = 16 * 1024;     // larger bodies are not copied
inline constexpr std::size_t stream_events_max = 256;              // waiting for one slow reader
inline constexpr std::size_t stream_bytes_max = 256 * 1024;
inline constexpr std::size_t stream_write_bytes_max = 64 * 1024;
inline constexpr Milliseconds accept_pause = {100};  // when the process has no descriptors left

struct ClientLimits {
    std::size_t connections_per_origin_max = 8;
    std::size_t waiting_per_origin_max = 1024;
    std::size_t response_bytes_max = 8 * 1024 * 1024;
    std::size_t response_head_bytes_max = 64 * 1024;
    Milliseconds idle = seconds(20);  // an unused connection is closed after this
};

inline constexpr std::size_t static_bytes_max = 256 * 1024 * 1024;  // one folder held in memory
inline constexpr int interim_answers_max = 8;  // 1xx answers before the real one

}  // namespace antre::http
