// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/forminput.h"
#include "tests/standins/vendorstandin.h"

#include <QJsonArray>

namespace lightwell::test {

/// Ideogram's API v2: forms to /v2/image/{action}/{model}, which are answered with a job where "async" is true, else
/// with links; /v2/generations/{id}; /models for the key.
///
/// Points to script: "submit", "status", "models", "download".
class IdeogramStandIn : public VendorStandIn
{
public:
    [[nodiscard]] static QByteArray key() { return QByteArrayLiteral("ideogram-standin-key"); }
    [[nodiscard]] static Reply rejection(int status, const QString &reason);

    void setEmptyAccount(bool empty) { m_empty = empty; }
    void emptyTheAccount() override { setEmptyAccount(true); }
    void failNext(bool refused) override
    {
        m_failure = refused ? QStringLiteral("content_policy_violation") : QStringLiteral("internal_error");
    }
    void withholdNext(int pictures) { m_withheld = pictures; } ///< of the next job, as not safe

protected:
    [[nodiscard]] QString pointOf(const Received &request) const override;
    [[nodiscard]] Reply answer(const Received &request, const QString &point) override;

private:
    struct Generation
    {
        FormInput input;
        QSize size;
        QString failure;
        int withheld = 0;
        int pollsLeft = 0;
        QJsonArray data; ///< made once
    };
    [[nodiscard]] Reply submit(const Received &request);
    [[nodiscard]] Reply status(const QString &id);
    void make(Generation &generation);

    QHash<QString, Generation> m_generations;
    QString m_failure;
    int m_withheld = 0;
    bool m_empty = false;
};

} // namespace lightwell::test
