// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/dialects/picturetool.h"

#include "core/chat/textreasons.h"
#include "core/chat/writtenobject.h"
#include "core/model/boundedjson.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject toolMessage(const QString &callId, const QJsonObject &content)
{
    return {{u"role"_s, u"tool"_s}, {u"tool_call_id"_s, callId}, {u"content"_s, QString::fromUtf8(compact(content))}};
}

} // namespace

bool ToolPicture::isSettled() const
{
    return !fault || fault->billing == Billing::NotBilled;
}

namespace picturetool {

QString usualModel()
{
    return u"gpt-image-2"_s;
}

QString functionName()
{
    return u"image_generation"_s;
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray {text}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray function(PictureTool::Action action)
{
    QJsonObject properties {
        {u"prompt"_s,
         QJsonObject {
             {u"type"_s, u"string"_s},
             {u"description"_s,
              u"What the picture is to show, in full: whoever makes it knows nothing of the conversation."_s}}}};
    if (action == PictureTool::Action::Auto) {
        properties.insert(
            u"edit"_s,
            QJsonObject {{u"type"_s, u"boolean"_s},
                         {u"description"_s,
                          u"true: change the newest picture of the conversation instead of making a new one."_s}});
    }
    const QJsonObject told {
        {u"name"_s, functionName()},
        {u"description"_s,
         u"Makes one picture, or changes one, and shows it to the user. Each call costs money: call it only where the "
         "user wants a picture, and once for each."_s},
        {u"parameters"_s,
         QJsonObject {{u"type"_s, u"object"_s},
                      {u"properties"_s, properties},
                      {u"required"_s, QJsonArray {u"prompt"_s}},
                      {u"additionalProperties"_s, false}}}};
    return compact({{u"type"_s, u"function"_s}, {u"function"_s, told}});
}

Result<Wish> readWish(const QString &arguments, PictureTool::Action action)
{
    const Result<QJsonObject> read = readJsonObject(arguments.toUtf8(), jsonlimits::answer);
    Wish wish;
    wish.prompt = read ? read->value("prompt"_L1).toString().trimmed() : QString();
    if (wish.prompt.isEmpty()) {
        return notSent(ErrorKind::Invalid, reasons::pictureCallUnreadable());
    }
    wish.isEdit =
        action == PictureTool::Action::Edit || (action == PictureTool::Action::Auto && read->value("edit"_L1).toBool());
    return wish;
}

QByteArray imagesBody(const PictureTool &tool, const QString &prompt, const QByteArrayList &pictures)
{
    WrittenObject body(tool.fields);
    body.set("prompt", quoted(prompt));
    if (!pictures.isEmpty()) {
        body.set("image", '[' + pictures.join(',') + ']');
    }
    if (!pictures.isEmpty() && !tool.mask.isEmpty()) {
        body.set("mask", tool.mask);
    }
    if (tool.previews > 0) {
        body.set("stream", "true");
        body.set("partial_images", QByteArray::number(tool.previews));
    }
    return body.text();
}

QJsonObject result(const QString &callId, const ToolPicture &picture, bool tellsLink)
{
    if (picture.fault) {
        return refusal(callId, *picture.fault);
    }
    QJsonObject content {{u"status"_s, u"ok"_s}};
    if (tellsLink && !picture.link.isEmpty()) {
        content.insert(u"imageUrl"_s, picture.link);
    } else {
        content.insert(u"note"_s, u"The user sees the picture already."_s);
    }
    return toolMessage(callId, content);
}

QJsonObject refusal(const QString &callId, const Error &error)
{
    return toolMessage(callId, {{u"status"_s, u"error"_s}, {u"error"_s, wording::sentence(error)}});
}

} // namespace picturetool

} // namespace lightwell
