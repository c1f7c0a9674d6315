// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorstandin.h"

namespace lightwell::test {

/// Bria under /v2: its tools for pictures, at once or by a status.
///
/// Points to script: "submit", "status", "download".
class BriaStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("bria-standin-token"); }
    [[nodiscard]] static Reply refusal(int status, const QString &message, const QString &details);

    void emptyTheAccount() override { m_empty = true; }
    void failNext(bool refused) override;
    /// The next status is called so, with this error.
    void endNext(const QString &status, const QJsonObject &error);

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Order
    {
        QString tool;
        QJsonObject body;
        QString ending;
        QJsonObject error;
        int pollsLeft = 0;
        QJsonObject result; ///< made once
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const QString &id);
    [[nodiscard]] QJsonObject made(const Order &order);

    QHash<QString, Order> m_orders;
    QString m_ending = QStringLiteral("COMPLETED");
    QJsonObject m_error;
    bool m_empty = false;
};

} // namespace lightwell::test
