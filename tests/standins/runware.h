// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Runware's tasks at /v1: imageInference and upscale (at once, or asked for later with getResponse) and
/// accountManagement. As there, a list of tasks is posted; one task a call is taken here.
///
/// Points to script: "submit", "status", "account", "download".
class RunwareStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("runware-standin-key"); }
    /// What every result costs.
    [[nodiscard]] static double price() { return 0.0024; }
    [[nodiscard]] static Reply refusal(int status, const QString &code, const QString &message,
                                       const QJsonValue &parameter = {}, const QString &task = {});

    /// The next task ends so, in all its results but the first `good` ones.
    void failNextTask(const QString &code, const QString &message, int good = 0);
    void emptyTheAccount() override { m_balance = 0; }
    void fillTheAccount() override { m_balance = 1e9; }
    void failNext(bool refused) override;

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Task
    {
        QJsonObject wish;
        QString code; ///< of the failure; empty: all is well
        QString message;
        int good = 0;
        int pollsLeft = 0;
        QJsonArray results; ///< made once
    };
    [[nodiscard]] Reply submit(const QJsonObject &wish);
    [[nodiscard]] Reply status(const QString &id);
    [[nodiscard]] QJsonArray make(const Task &task);

    QHash<QString, Task> m_tasks;
    Task m_next;
    double m_balance = 10;
};

} // namespace lightwell::test
