// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/calldriver.h"

namespace lightwell::test {

/// One call on its way through the product's own loop, over real HTTP, that a test can stop, lose and pick up again.
class JobRun : public QObject
{
public:
    JobRun(const Adapter &adapter, const Plan &plan, const Credentials &credentials);

    JobRun &start();
    JobRun &resume(const AdapterState &state);
    void cancel() { m_driver->cancel(); }
    /// Forgets the call as a crash does: nothing more is sent or heard.
    void crash() { m_driver.reset(); }

    /// Spins until the vendor has a job whose state is worth keeping.
    [[nodiscard]] bool hasJob();
    /// Spins until the end; an error of kind Internal if there is none in time.
    [[nodiscard]] CallOutcome outcome();
    [[nodiscard]] AdapterState state() const { return m_state; } ///< the last one told, as it comes from a journal
    [[nodiscard]] QList<Progress> progress() const { return m_progress; }

private:
    HttpClient m_http;
    std::unique_ptr<CallDriver> m_driver;
    AdapterState m_state;
    QList<Progress> m_progress;
    std::optional<CallOutcome> m_outcome;
};

} // namespace lightwell::test
