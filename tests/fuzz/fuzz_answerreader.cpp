// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes as the answer of a server: it is read the same way in one piece and byte by byte, and is whole only
// where as much came as was announced.
#include "core/net/answerreader.h"
#include "tests/fuzz/require.h"

#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;

namespace {

struct Read
{
    AnswerReader::State open; ///< before the connection was closed
    AnswerReader::State state;
    HttpResponse head;
    QByteArray body;
    std::optional<qint64> length;
    friend bool operator==(const Read &, const Read &) = default;
};

Read readIn(const QByteArray &bytes, qsizetype piece)
{
    AnswerReader reader;
    Read read {};
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        reader.feed(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)),
                    [&read](QByteArrayView body) { read.body += body; });
    }
    read.open = reader.state();
    reader.closed();
    read.state = reader.state();
    read.head = reader.head();
    read.length = reader.length();
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Read whole = readIn(bytes, std::max<qsizetype>(1, bytes.size()));
    require(whole.body.size() <= bytes.size(), "a body is no more than what came");
    require(whole.state == AnswerReader::State::Whole || whole.state == AnswerReader::State::Broken,
            "a closed connection ends an answer");
    require(whole.open != AnswerReader::State::Whole || whole.state == AnswerReader::State::Whole,
            "what is whole stays so");
    if (whole.state == AnswerReader::State::Whole) {
        const int status = whole.head.status;
        require(status >= 200 && status <= 999, "an interim answer is none");
        require(!whole.length || *whole.length == whole.body.size(), "as much as was announced");
        require((status != 204 && status != 304) || whole.body.isEmpty(), "no content has no body");
        for (const HttpHeader &header : whole.head.headers) {
            require(!header.name.isEmpty() && !header.name.contains('\n') && !header.value.contains('\n'),
                    "a header is one line");
        }
    } else if (whole.length && whole.head.status != 101) { // nobody asked for that, however long it is
        require(whole.body.size() < *whole.length || *whole.length < 0, "what is broken lacks something");
    }
    for (const qsizetype piece : {1, 7}) {
        require(readIn(bytes, piece) == whole, "pieces make no difference");
    }
    return 0;
}
