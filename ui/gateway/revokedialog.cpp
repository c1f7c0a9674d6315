// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/revokedialog.h"

#include "ui/gateway/clientbook.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fittingheight.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

RevokeDialog::RevokeDialog(const ClientRow &row, QWidget *parent)
    : QDialog(parent)
{
    named(static_cast<QWidget *>(this), u"revokeDialog"_s, tr("Revoke the key of %1?").arg(row.client.name));
    setWindowTitle(accessibleName());
    setMinimumWidth(440);
    auto *heading = new TextLabel(TextLabel::Voice::Heading, windowTitle());
    heading->setWordWrap(true);
    auto *note = new TextLabel(
        TextLabel::Voice::Muted,
        row.isThisComputer()
            ? tr("It ceases to work at once, for every program of this computer that has it. A new one is made when it "
                 "is needed next.")
            : tr("It ceases to work at once, and for good. What it spent stays in the books."));
    note->setWordWrap(true);
    auto *cancel = named(new Button(Button::Kind::Normal, tr("&Cancel")), u"revokeCancel"_s, tr("Cancel"));
    auto *yes = named(new Button(Button::Kind::Normal, tr("&Revoke")), u"revokeYes"_s, tr("Revoke"));
    yes->setDanger(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(yes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(note);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    cancel->setDefault(true); // Enter, pressed by mistake, takes nothing away
    cancel->setFocus(Qt::OtherFocusReason);
    connect(cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(yes, &QAbstractButton::clicked, this, &QDialog::accept);
    keepHeightFitting(this);
}

} // namespace lightwell
