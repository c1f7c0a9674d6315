// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/secretcopy.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace lightwell {

using namespace Qt::StringLiterals;

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

void copySecret(const QString &secret)
{
    auto *content = new QMimeData;
    content->setText(secret);
    content->setData(u"x-kde-passwordManagerHint"_s, "secret");
    QGuiApplication::clipboard()->setMimeData(content);
}

} // namespace lightwell
