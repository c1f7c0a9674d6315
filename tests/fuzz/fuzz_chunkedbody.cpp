// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes as a body in chunks: it is read the same way in one piece and byte by byte, and never as more than it
// is.
#include "core/gateway/http/chunkedbody.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    constexpr qint64 most = 4096;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    ChunkedBody whole(most);
    QByteArray body;
    const ChunkedBody::State state = whole.read(bytes, &body);
    require(body.size() <= whole.consumed() && body.size() <= most);
    require((state == ChunkedBody::State::Refused) == (whole.refusalStatus() >= 400));
    require(whole.consumed() <= bytes.size());
    if (state == ChunkedBody::State::Done) {
        require(whole.size() <= most && whole.size() < whole.consumed() && body.size() == whole.size());
        require(bytes.first(whole.consumed()).endsWith("\r\n"));
    }
    ChunkedBody pieces(most);
    QByteArray joined;
    for (const char &byte : bytes) {
        if (pieces.read(QByteArrayView(&byte, 1), &joined) != ChunkedBody::State::Partial) {
            break;
        }
    }
    require(pieces.size() == whole.size() && pieces.consumed() == whole.consumed() && joined == body);
    require(pieces.refusalStatus() == whole.refusalStatus());
    return 0;
}
