// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/adapter/commission.h"

#include <QJsonArray>

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

qint64 Commission::bytes() const
{
    qint64 sum = 0;
    if (hasPictures()) {
        const QList<QByteArray> pictures = work.result();
        for (const QByteArray &picture : pictures) {
            sum += picture.size();
        }
    }
    return sum;
}

QString Commission::pictureName(qsizetype index) const
{
    return QString(id + u'-' + QString::number(index) + u'.' + formatSuffix(order.format));
}

QJsonObject Commission::describe(bool inlineBytes) const
{
    QJsonObject answer {{u"id"_s, id}, {u"status_url"_s, QString(u"sketchbook://studio/v1/paintings/"_s + id)}};
    if (work.isCanceled()) {
        answer.insert(u"status"_s, u"cancelled"_s);
        return answer;
    }
    if (!work.isFinished()) {
        answer.insert(u"status"_s, work.progressValue() > 0 ? u"painting"_s : u"queued"_s);
        answer.insert(u"progress"_s, work.progressValue() / 100.0);
        return answer;
    }
    if (!hasPictures() || work.result().isEmpty()) {
        answer.insert(u"status"_s, u"failed"_s);
        return answer;
    }
    QJsonArray pictures;
    const QList<QByteArray> files = work.result();
    for (qsizetype i = 0; i < files.size(); ++i) {
        QJsonObject picture {{u"seed"_s, static_cast<qint64>(seeds.at(i))}};
        if (inlineBytes) {
            picture.insert(u"b64"_s, QString::fromLatin1(files.at(i).toBase64()));
        } else {
            picture.insert(u"url"_s, QString(u"sketchbook://studio/v1/pictures/"_s + pictureName(i)));
        }
        pictures.append(picture);
    }
    answer.insert(u"status"_s, u"ready"_s);
    answer.insert(u"progress"_s, 1.0);
    answer.insert(u"pictures"_s, pictures);
    if (!leftOut.isEmpty()) {
        answer.insert(u"words_left_out"_s, QJsonArray::fromStringList(leftOut));
    }
    if (!notDrawn.isEmpty()) {
        answer.insert(u"words_not_drawn"_s, QJsonArray::fromStringList(notDrawn));
    }
    return answer;
}

} // namespace lightwell::sketchbook
