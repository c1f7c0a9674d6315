// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/explain/samecall.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lightwell::samecall {

namespace {

bool hasPictures(const Request &request)
{
    return !request.images.isEmpty() || request.mask;
}

/// As JSON, which JavaScript reads too; texts are texts of Python as well.
QString json(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString inPython(const QJsonValue &value)
{
    if (value.isBool()) {
        return value.toBool() ? u"True"_s : u"False"_s;
    }
    if (value.isNull() || value.isUndefined()) {
        return u"None"_s;
    }
    QStringList parts;
    if (value.isArray()) {
        const QJsonArray entries = value.toArray();
        for (const QJsonValue entry : entries) {
            parts.append(inPython(entry));
        }
        return u'[' + parts.join(u", "_s) + u']';
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            parts.append(json(it.key()) + u": "_s + inPython(it.value()));
        }
        return u'{' + parts.join(u", "_s) + u'}';
    }
    return json(value);
}

/// One word of a shell.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

/// Of a form: texts as they are, all else as JSON.
QString inForm(const QJsonValue &value)
{
    return value.isString() ? value.toString() : json(value);
}

QStringList fileNames(const Request &request)
{
    QStringList names;
    for (qsizetype number = 1; number <= request.images.size(); ++number) {
        names.append(u"picture-%1.png"_s.arg(number));
    }
    return names;
}

QList<Field> headersOf(const Request &request, const QString &project)
{
    QList<Field> headers;
    if (request.strict) {
        headers.append({u"X-Lightwell-Strict"_s, u"true"_s});
    }
    if (!project.isEmpty()) {
        headers.append({u"X-Lightwell-Project"_s, project});
    }
    return headers;
}

/// {"a": 1, "b": 2}
QString object(const QList<Field> &fields, QString (*write)(const QJsonValue &))
{
    QStringList parts;
    for (const Field &field : fields) {
        parts.append(json(field.name) + u": "_s + write(field.value));
    }
    return u'{' + parts.join(u", "_s) + u'}';
}

/// What OpenAI's own client for Python has a parameter for; all else goes beside them.
bool isOpenAis(const QString &name, const Request &request)
{
    static const QStringList always {u"model"_s, u"n"_s, u"size"_s, u"user"_s};
    static const QStringList butVariations {u"prompt"_s, u"quality"_s, u"background"_s, u"output_format"_s,
                                            u"output_compression"_s};
    return always.contains(name) || (request.operation != Operation::Vary && butVariations.contains(name));
}

/// The name of a field in an object of JavaScript.
QString inScript(const QString &name)
{
    const bool isPlain = std::all_of(name.cbegin(), name.cend(),
                                     [](QChar c) { return c == u'_' || (c.unicode() < 128 && c.isLetter()); });
    return isPlain ? name : json(name);
}

QString methodOf(const Request &request)
{
    return request.operation == Operation::Vary ? u"create_variation"_s
        : hasPictures(request)                  ? u"edit"_s
                                                : u"generate"_s;
}

/// What OpenAI's client for JavaScript calls it.
QString scriptMethodOf(const Request &request)
{
    return request.operation == Operation::Vary ? u"createVariation"_s : methodOf(request);
}

} // namespace

QString pathOf(const Request &request)
{
    return request.operation == Operation::Vary ? u"images/variations"_s
        : hasPictures(request)                  ? u"images/edits"_s
                                                : u"images/generations"_s;
}

QList<Field> fieldsOf(const Request &request)
{
    QList<Field> fields {{u"model"_s, request.model}};
    const auto add = [&fields](const QString &name, const QJsonValue &value) { fields.append({name, value}); };
    const auto addText = [&add](const QString &name, const QString &text) {
        if (!text.isEmpty()) {
            add(name, text);
        }
    };
    addText(u"prompt"_s, request.prompt);
    addText(u"negative_prompt"_s, request.negativePrompt);
    if (request.n != 1 || request.isCountSaid) {
        add(u"n"_s, request.n);
    }
    if (request.size.pixels) {
        add(u"size"_s, u"%1x%2"_s.arg(request.size.pixels->width()).arg(request.size.pixels->height()));
    } else if (request.size.automatic) {
        add(u"size"_s, u"auto"_s);
    }
    if (request.size.ratio) {
        add(u"aspect_ratio"_s, request.size.ratio->toString());
    }
    if (request.size.tier) {
        add(u"resolution"_s, tierName(*request.size.tier));
    }
    if (request.fit != Fit::Closest) {
        add(u"fit"_s, fitName(request.fit));
    }
    if (request.seed) {
        add(u"seed"_s, *request.seed);
    }
    addText(u"quality"_s, request.quality);
    addText(u"style"_s, request.style);
    addText(u"background"_s, request.background);
    for (const QString &name : Tuning::names()) {
        if (const QJsonValue value = request.tuning.value(name); !value.isUndefined()) {
            add(name, value);
        }
    }
    if (request.format) {
        add(u"output_format"_s, formatName(*request.format));
    }
    if (request.compression) {
        add(u"output_compression"_s, *request.compression);
    }
    if (request.matte != QColor(Qt::white)) {
        add(u"matte"_s, request.matte.name());
    }
    addText(u"user"_s, request.user);
    for (auto it = request.extra.begin(); it != request.extra.end(); ++it) {
        add(it.key(), it.value());
    }
    return fields;
}

QString curl(const QUrl &url, const Request &request, const QString &project)
{
    const QString next = u" \\\n  "_s;
    QString text = u"curl %1/%2"_s.arg(url.toString(), pathOf(request)) + next;
    text += u"-H \"Authorization: Bearer $LIGHTWELL_KEY\""_s;
    const QList<Field> headers = headersOf(request, project);
    for (const Field &header : headers) {
        text += next + u"-H "_s + quoted(header.name + u": "_s + header.value.toString());
    }
    const QList<Field> fields = fieldsOf(request);
    if (pathOf(request) != "images/generations"_L1) {
        for (const Field &field : fields) {
            text += next + u"--form-string "_s + quoted(field.name + u'=' + inForm(field.value));
        }
        const QStringList files = fileNames(request);
        for (const QString &file : files) {
            text += next + u"-F \"image[]=@%1\""_s.arg(file);
        }
        return request.mask ? text + next + u"-F \"mask=@mask.png\""_s : text;
    }
    QStringList lines;
    for (const Field &field : fields) {
        lines.append(json(field.name) + u": "_s + json(field.value));
    }
    text += next + u"-H \"Content-Type: application/json\""_s;
    return text + next + u"-d "_s + quoted(u'{' + lines.join(u",\n       "_s) + u'}');
}

namespace {

/// The pictures and the mask of a call, each assigned and opened as the language does.
QStringList pictureArguments(const Request &request, const QString &assigned, const QString &opened)
{
    QStringList files;
    const QStringList names = fileNames(request);
    for (const QString &file : names) {
        files.append(opened.arg(file));
    }
    QStringList lines;
    if (!files.isEmpty()) {
        const QString list = files.size() == 1 ? files.constFirst() : QString(u'[' + files.join(u", "_s) + u']');
        lines.append(assigned.arg(u"image"_s, list));
    }
    if (request.mask) {
        lines.append(assigned.arg(u"mask"_s, opened.arg(u"mask.png"_s)));
    }
    return lines;
}

} // namespace

QString python(const QUrl &url, const Request &request, const QString &project)
{
    const QString next = u",\n    "_s;
    QStringList lines;
    QList<Field> others;
    const QList<Field> fields = fieldsOf(request);
    for (const Field &field : fields) {
        if (isOpenAis(field.name, request)) {
            lines.append(field.name + u'=' + inPython(field.value));
        } else {
            others.append(field);
        }
    }
    lines += pictureArguments(request, u"%1=%2"_s, u"open(\"%1\", \"rb\")"_s);
    if (!others.isEmpty()) {
        lines.append(u"extra_body="_s + object(others, &inPython));
    }
    if (const QList<Field> headers = headersOf(request, project); !headers.isEmpty()) {
        lines.append(u"extra_headers="_s + object(headers, &inPython));
    }
    return u"import os\n"
           "from openai import OpenAI\n"
           "\n"
           "client = OpenAI(base_url=\"%1\", api_key=os.environ[\"LIGHTWELL_KEY\"])\n"
           "answer = client.images.%2(\n    "_s.arg(url.toString(), methodOf(request))
        + lines.join(next) + u",\n)\nprint(answer.data[0].url or answer.data[0].b64_json)"_s;
}

QString javaScript(const QUrl &url, const Request &request, const QString &project)
{
    QStringList lines;
    const QList<Field> fields = fieldsOf(request);
    for (const Field &field : fields) {
        lines.append(inScript(field.name) + u": "_s + json(field.value));
    }
    lines += pictureArguments(request, u"%1: %2"_s, u"fs.createReadStream(\"%1\")"_s);
    const QList<Field> headers = headersOf(request, project);
    const QString options =
        headers.isEmpty() ? QString() : QString(u", { headers: "_s + object(headers, &json) + u" }"_s);
    return (hasPictures(request) ? u"import fs from \"node:fs\";\n"_s : QString())
        + u"import OpenAI from \"openai\";\n"
          "\n"
          "const client = new OpenAI({\n"
          "  baseURL: \"%1\",\n"
          "  apiKey: process.env.LIGHTWELL_KEY,\n"
          "});\n"
          "const answer = await client.images.%2({\n  "_s.arg(url.toString(), scriptMethodOf(request))
        + lines.join(u",\n  "_s) + u",\n}"_s + options
        + u");\nconsole.log(answer.data[0].url ?? answer.data[0].b64_json);"_s;
}

} // namespace lightwell::samecall
