// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/memoryvendor.h"

namespace lightwell::bench {

using namespace Qt::StringLiterals;

MemoryVendor::MemoryVendor(qint64 bodyBytes)
    : m_answer(bodyBytes)
    , m_server([this](const test::Received &) { return answer(); }, {test::TestServer::Thread::Own, {}})
{
}

QByteArray MemoryVendor::requestJson()
{
    return R"({"model":"gpt-image-1-mini","prompt":"a paper boat on a pond","size":"1024x1024"})";
}

QByteArray MemoryVendor::gatewayJson()
{
    return R"({"model":"openai/gpt-image-1-mini","prompt":"a paper boat on a pond","size":"1024x1024",)"
           R"("response_format":"b64_json"})";
}

test::Reply MemoryVendor::answer()
{
    const QByteArray body = m_answer.next();
    if (m_answer.given() % 1000 == 0) {
        m_server.forget();
    }
    return test::Reply::bytes(body, "application/json"_ba);
}

} // namespace lightwell::bench
