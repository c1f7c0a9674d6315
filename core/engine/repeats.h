// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"
#include "core/engine/patience.h"
#include "core/transport/backoff.h"

#include <QElapsedTimer>

namespace lightwell {

/// When something that costs nothing is asked again, and when it is no use any more: the one place that decides it, for
/// questions about jobs and for links. The time limit of the call is not its affair.
class Repeats
{
public:
    explicit Repeats(const CallPatience &patience);

    enum class Odd {
        Passing, ///< the network, a busy server, a page of something in between
        Gone, ///< what may be an end (of links: 404 and 410): perhaps not all of the vendor's machines know it yet
        Refused, ///< 401 and 403: perhaps something in between
    };
    /// The pause until it is asked again; nothing: it stayed so for too long.
    [[nodiscard]] std::optional<std::chrono::milliseconds> after(Odd odd,
                                                                 std::optional<std::chrono::milliseconds> wanted = {});
    /// The pause until the next question where all is well.
    [[nodiscard]] std::chrono::milliseconds next(std::optional<std::chrono::milliseconds> wanted = {});
    void sensible(); ///< an answer that says something

    [[nodiscard]] static Odd kindOf(int httpStatus); ///< of a link
    /// Of a question about a job, of which a 404 alone says nothing.
    [[nodiscard]] static Odd kindOf(const lightwell::Odd &answer);

private:
    const CallPatience m_patience;
    Backoff m_backoff;
    std::optional<Odd> m_last;
    QElapsedTimer m_since; ///< the first of those in a row
};

} // namespace lightwell
