// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transport/httpclient.h"

#include <QTest>

namespace lightwell::test {

/// Waits for a call and counts its ends: there must be exactly one.
class Outcome
{
public:
    explicit Outcome(HttpCall *call)
    {
        QObject::connect(call, &HttpCall::finished, &m_context, [this](const HttpResult &result) {
            ++m_count;
            m_result = result;
        });
    }
    [[nodiscard]] bool wait() const
    {
        return QTest::qWaitFor([this] { return m_count > 0; }, 20'000) && m_count == 1;
    }
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] const HttpResult &result() const { return m_result; }

private:
    QObject m_context;
    HttpResult m_result;
    int m_count = 0;
};

} // namespace lightwell::test
