// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/heldvendor.h"

namespace lightwell::bench {

using namespace Qt::StringLiterals;

HeldVendor::HeldVendor(qint64 largeBytes, qint64 usualBytes)
    : m_largeAnswer(largeBytes)
    , m_usualAnswer(usualBytes)
    , m_server([this](const test::Received &) { return answer(); }, {test::TestServer::Thread::Own, {}})
{
}

test::Reply HeldVendor::answer()
{
    const bool isFirst = m_asked++ == 0;
    test::Reply reply =
        test::Reply::bytes(isFirst ? m_largeAnswer.next() : m_usualAnswer.next(), "application/json"_ba);
    return reply.after(isFirst ? m_large : m_others);
}

} // namespace lightwell::bench
