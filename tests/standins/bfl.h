// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/bflinput.h"
#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Black Forest Labs' API under /v1. Tasks live on a regional cluster (under another path of the same server), so
/// that only the polling address of the answer finds them.
///
/// Points to script: "submit", "status", "credits", "download".
class BflStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("bfl-standin-key"); }

    /// The next task ends with this status: "Request Moderated", "Content Moderated", "Error".
    void endNextTask(const QString &status, const QJsonObject &details = {});
    /// So many polls of the next task say "Task not found" before the regions agree.
    void loseNextTask(int polls) { m_nextLost = polls; }
    void setCredits(double credits) { m_credits = credits; }
    void emptyTheAccount() override { setCredits(0); }
    void fillTheAccount() override { setCredits(1e9); }
    void failNext(bool refused) override
    {
        endNextTask(refused ? QStringLiteral("Content Moderated") : QStringLiteral("Error"));
    }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Task
    {
        BflWork work;
        QString prompt;
        QString ending;
        QJsonObject details;
        int pollsLeft = 0;
        int lost = 0;
        QString sample; ///< made once
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const Received &request);

    QHash<QString, Task> m_tasks;
    QString m_nextEnding;
    QJsonObject m_nextDetails;
    int m_nextLost = 0;
    double m_credits = 1000;
};

} // namespace lightwell::test
