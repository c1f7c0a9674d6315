// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/newkeydialog.h"

#include "core/gateway/clientregistry.h"
#include "ui/gateway/secretcopy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fittingheight.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QFontDatabase>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

NewKeyDialog::NewKeyDialog(const NewClient &client, QWidget *parent)
    : QDialog(parent)
{
    named(static_cast<QWidget *>(this), u"newKeyDialog"_s, tr("Key of %1").arg(client.client.name));
    setWindowTitle(accessibleName());
    auto *key = named(new QLineEdit(QString::fromLatin1(client.key)), u"newKey"_s, tr("The new key"));
    key->setReadOnly(true);
    key->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    key->setMinimumWidth(key->fontMetrics().horizontalAdvance(key->text()) + 32); // seen whole
    auto *note =
        new TextLabel(TextLabel::Voice::Muted,
                      tr("It is shown only now: Lightwell keeps no copy. Paste it into the program’s settings; "
                         "if it gets lost, revoke the client and add it again."));
    note->setWordWrap(true);
    auto *copy = named(new Button(Button::Kind::Primary, tr("&Copy key")), u"newKeyCopy"_s, tr("Copy key"));
    auto *howTo =
        named(new Button(Button::Kind::Normal, tr("Co&nnect a program…")), u"newKeyConnect"_s, tr("Connect a program"));
    auto *close = named(new Button(Button::Kind::Normal, tr("C&lose")), u"newKeyClose"_s, tr("Close"));
    auto *heading = new TextLabel(TextLabel::Voice::Heading, windowTitle());
    heading->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(howTo);
    buttons->addStretch();
    buttons->addWidget(close);
    buttons->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(note);
    layout->addWidget(key);
    layout->addSpacing(4);
    layout->addLayout(buttons);
    copy->setDefault(true);
    copy->setFocus(Qt::OtherFocusReason);
    connect(copy, &QAbstractButton::clicked, this, [this, key] {
        copySecret(key->text());
        Q_EMIT copied();
    });
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    connect(howTo, &QAbstractButton::clicked, this, [this] {
        Q_EMIT connectWanted();
        reject();
    });
    keepHeightFitting(this);
}

} // namespace lightwell
