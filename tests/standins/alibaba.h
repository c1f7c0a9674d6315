// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Alibaba Cloud's DashScope under /api/v1: pictures at once, tasks of both styles, their states and cancelling.
///
/// Points to script: "submit", "status", "cancel", "download".
class AlibabaStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("sk-alibaba-standin"); }
    [[nodiscard]] static Reply refusal(int status, const QString &code, const QString &message);
    /// The body's fields by their whole paths; the content of its message as "input.messages.text" and "….image".
    [[nodiscard]] static QJsonObject fieldsOf(const QJsonObject &body);

    void emptyTheAccount() override { m_empty = true; }
    void failNext(bool refused) override;
    /// Of the next task of several pictures this many are refused.
    void withholdNext(int pictures) { m_withheld = pictures; }

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Task
    {
        QJsonObject fields;
        QString state; ///< how it ends
        QString code; ///< why, if badly
        int withheld = 0;
        int pollsLeft = 0;
        QJsonObject output; ///< made once
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply task(const QString &id, bool cancels);
    [[nodiscard]] QJsonObject made(const Task &task);

    QHash<QString, Task> m_tasks;
    QString m_ending = QStringLiteral("SUCCEEDED");
    QString m_code;
    int m_withheld = 0;
    bool m_empty = false;
};

} // namespace lightwell::test
