// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/messagebox.h"

#include "core/model/displaytext.h"

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 2000;

} // namespace

QMessageBox *openProblem(const QString &title, const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Critical, displayText(title), {}, QMessageBox::Close);
    box->setObjectName(u"problem"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // before there is a text to look at
    box->setText(displayText(shortened(text, longest), LineBreaks::Kept));
    box->open();
    return box;
}

} // namespace lightwell
