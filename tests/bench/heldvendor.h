// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/memoryanswer.h"
#include "tests/support/testserver.h"

#include <atomic>

namespace lightwell::bench {

/// OpenAI's Images API answering from memory, on a thread of its own, when it is told to: the first call with a large
/// answer, all others with usual ones.
class HeldVendor
{
public:
    HeldVendor(qint64 largeBytes, qint64 usualBytes);

    [[nodiscard]] QString baseUrl() const { return m_server.url().toString(); }
    [[nodiscard]] int asked() const { return m_asked; }
    void answerLarge() { m_large->open(); }
    void answerOthers() { m_others->open(); }

private:
    [[nodiscard]] test::Reply answer();

    MemoryAnswer m_largeAnswer;
    MemoryAnswer m_usualAnswer;
    const std::shared_ptr<test::Gate> m_large = test::Gate::make();
    const std::shared_ptr<test::Gate> m_others = test::Gate::make();
    std::atomic_int m_asked = 0;
    test::TestServer m_server; ///< last: it may ask as soon as it is there
};

} // namespace lightwell::bench
