// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

#include <QJsonArray>

namespace lightwell::test {

/// Novita AI: tasks under /v3/async, models that answer at once under /v3 and /v3beta, the balance.
///
/// Points to script: "submit", "status", "balance", "download".
class NovitaStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("sk_novita-standin"); }
    [[nodiscard]] static Reply refusal(int status, const QString &reason, const QString &message);

    void emptyTheAccount() override { m_empty = true; }
    void failNext(bool refused) override
    {
        m_reason = refused ? QStringLiteral("ILLEGAL_IMAGE_CONTENT") : QStringLiteral("TASK_FAILED");
    }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Task
    {
        QString model;
        QJsonObject fields;
        QString reason; ///< why it fails
        int pollsLeft = 0;
        QJsonArray images; ///< made once
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const QString &id);
    [[nodiscard]] QJsonArray made(const Task &task);

    QHash<QString, Task> m_tasks;
    QString m_reason;
    bool m_empty = false;
};

} // namespace lightwell::test
