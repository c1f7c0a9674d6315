// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"
#include "core/gateway/http/exchange.h"

#include <QUrl>

namespace lightwell {

/// That an exchange does not wait for the work it asks for (Prefer: respond-async). Goes with it.
class JobWish : public QObject
{
    Q_OBJECT
public:
    JobWish(Exchange *exchange, PictureForm form, QUrl webhook)
        : QObject(exchange)
        , m_form(form)
        , m_webhook(std::move(webhook))
    {
    }
    [[nodiscard]] static const JobWish *of(const Exchange &exchange); ///< nullptr: it waits

    [[nodiscard]] PictureForm form() const { return m_form; }
    [[nodiscard]] const QUrl &webhook() const { return m_webhook; } ///< who is told of its end; empty: nobody

private:
    PictureForm m_form;
    QUrl m_webhook;
};

/// As the journal keeps it (jobrows::KeptJob::form), and back.
[[nodiscard]] QString formName(PictureForm form);
[[nodiscard]] PictureForm formFromName(const QString &name);

} // namespace lightwell
