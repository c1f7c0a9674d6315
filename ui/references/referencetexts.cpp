// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencetexts.h"

#include <QCoreApplication>

#include <cmath>

namespace lightwell::referencetexts {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ReferenceTexts)
};

} // namespace

QString role(ImageRole role)
{
    switch (role) {
    case ImageRole::Style:
        return Text::tr("Style");
    case ImageRole::Character:
        return Text::tr("Character");
    case ImageRole::Reference:
        break;
    }
    return Text::tr("Reference");
}

QString share(double part)
{
    const auto percent = static_cast<int>(std::lround(part * 100));
    return percent == 0 && part > 0 ? Text::tr("under 1 %") : Text::tr("%1 %").arg(percent);
}

QString labels(const PictureClaims &claims)
{
    const AiLabels &labels = claims.labels;
    QStringList said;
    const auto add = [&said](const QString &text, const QString &value) {
        if (!value.isEmpty()) {
            said.append(text.arg(value));
        }
    };
    add(Text::tr("label: %1"), labels.digitalSourceType);
    add(Text::tr("made by %1"), u"%1 %2"_s.arg(labels.system, labels.systemVersion).trimmed());
    add(Text::tr("prompt by %1"), labels.promptWriter);
    if (!labels.aigc.isEmpty()) {
        said.append(Text::tr("China’s label for AI"));
    }
    if (claims.credentials) {
        const QString &by = claims.credentials->signedBy;
        const QString &with = claims.credentials->generator;
        said.append(!by.isEmpty()         ? Text::tr("content credentials of %1").arg(by)
                        : !with.isEmpty() ? Text::tr("content credentials, written by %1").arg(with)
                                          : Text::tr("content credentials"));
    } else if (!claims.remoteCredentials.isEmpty()) {
        said.append(Text::tr("content credentials that lie elsewhere"));
    }
    return said.join(u" · "_s);
}

} // namespace lightwell::referencetexts
