// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/standins/forminput.h"

#include <QImage>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

QJsonValue valueOf(const QString &text, const VendorInput &input)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return input.least && isNumber ? QJsonValue(number) : QJsonValue(text);
}

bool isPicture(const QByteArray &bytes, int side)
{
    const bool taken = bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8\xff") || bytes.mid(8, 4) == "WEBP"_ba;
    const QSize size = QImage::fromData(bytes).size();
    return taken && size.width() >= side && size.height() >= side;
}

} // namespace

FormInput FormInput::read(const Received &request, const VendorInputs &inputs)
{
    FormInput form;
    const QList<FormPart> parts = formParts(request);
    for (const FormPart &part : parts) {
        if (part.fileName.isEmpty()) {
            form.fields.insert(part.name, valueOf(QString::fromUtf8(part.body), inputs.field(part.name)));
        } else {
            form.fields.insert(part.name, u"file"_s);
            form.files[part.name].append(part.body);
        }
    }
    return form;
}

QString FormInput::notAPicture(int side) const
{
    for (auto field = files.begin(); field != files.end(); ++field) {
        for (const QByteArray &bytes : *field) {
            if (!isPicture(bytes, side)) {
                return field.key();
            }
        }
    }
    return {};
}

} // namespace lightwell::test
