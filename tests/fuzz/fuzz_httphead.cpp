// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes as the head of a request: it is read the same way in one piece and byte by byte, and what is taken
// keeps the promises the rest of the gateway builds on.
#include "core/gateway/http/httphead.h"
#include "tests/fuzz/require.h"

#include <algorithm>
#include <cstdint>

using namespace lightwell;
using namespace lightwell::fuzz;

namespace {

void checkTaken(const HttpHead &head, const QByteArray &bytes)
{
    const HttpLimits limits;
    const GatewayRequest &request = head.request();
    require(head.size() > 0 && head.size() <= bytes.size());
    require(request.path.startsWith(u'/'));
    require(request.headers.size() <= limits.headerCount);
    require(head.bodyLength() >= 0 && head.bodyLength() <= limits.body);
    require(!head.isChunked() || head.bodyLength() == 0);
    for (const HttpHeader &header : request.headers) {
        require(!header.name.isEmpty() && !header.value.contains('\n') && !header.value.contains('\r')
                && !header.value.contains('\0'));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    HttpHead whole((HttpLimits()));
    const HttpHead::State state = whole.read(bytes);
    if (state == HttpHead::State::Refused) {
        require(whole.refusalStatus() >= 400 && whole.refusalStatus() < 600);
    }
    if (state == HttpHead::State::Ready) {
        checkTaken(whole, bytes);
    }
    if (size > 2048) {
        return 0;
    }
    HttpHead pieces((HttpLimits()));
    HttpHead::State last = HttpHead::State::Partial;
    for (qsizetype length = 1; length <= bytes.size() && last == HttpHead::State::Partial; ++length) {
        last = pieces.read(bytes.left(length));
    }
    require(last == state);
    if (state == HttpHead::State::Ready) {
        require(pieces.size() == whole.size() && pieces.request().headers == whole.request().headers);
    }
    return 0;
}
