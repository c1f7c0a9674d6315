// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/jobs.h"
#include "core/mcp/surroundings.h"

#include <QTimer>

namespace lightwell::mcp {

/// A call that waits for a job, tells how far it is and brings what became of it. Where that takes longer than its
/// client waits, it says so, and the job goes on.
class WatchCall : public Call
{
    Q_OBJECT
public:
    WatchCall(const Message &message, const Terms &terms, const Asker &asker, Surroundings &surroundings,
              QObject *parent);
    ~WatchCall() override;
    void leave(bool isCancelled) override;
    void delivered() override;

protected:
    [[nodiscard]] Surroundings &surroundings() const { return m_surroundings; }
    /// The job counts this call among those who watch it already.
    void watch(const QString &job, std::chrono::seconds wait, const QString &model, Money estimate);
    void answerWith(const Generation &outcome); ///< of a job that has ended, or is another program's
    /// Says that it goes on, to clients that want to know; and again before they lose their patience.
    void tell(double fraction, const QString &words);
    /// What becomes of the job when its client does not wait any more.
    [[nodiscard]] virtual Jobs::Leaving leaving(bool isCancelled) const;

private:
    void show(const Progress &progress);
    void tellRunning();
    void release(Jobs::Leaving how);

    Surroundings &m_surroundings;
    QString m_job; ///< watched now
    QString m_brought; ///< whose outcome was the answer
    QString m_model;
    Money m_estimate;
    QTimer m_patience;
    QTimer m_heartbeat;
    QString m_words; ///< that were told last
    double m_told = 0; ///< of 100
};

/// Brings a job by its name, or the newest one of its client. It only looks: whatever becomes of the call, the job goes
/// on.
class JobCall : public WatchCall
{
    Q_OBJECT
public:
    using WatchCall::WatchCall;
    void begin() override;

protected:
    [[nodiscard]] Jobs::Leaving leaving(bool) const override { return Jobs::Leaving::GoesOn; }

private:
    void found(const std::optional<Generation> &generation);
};

} // namespace lightwell::mcp
