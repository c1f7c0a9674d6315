// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keys/unlockdialog.h"

#include "core/secrets/keyring.h"
#include "core/wording/wording.h"
#include "ui/keys/secretfield.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fittingheight.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

UnlockDialog::UnlockDialog(Keyring &keyring, QWidget *parent)
    : QDialog(parent)
    , m_keyring(keyring)
    , m_passphrase(secretField(u"unlockPassphrase"_s, tr("Passphrase of the encrypted file")))
    , m_problem(new TextLabel(TextLabel::Voice::Bad))
    , m_unlock(new Button(Button::Kind::Primary, tr("&Unlock")))
{
    named(static_cast<QWidget *>(this), u"unlockDialog"_s, tr("Unlock your keys"));
    setWindowTitle(accessibleName());
    setMinimumWidth(420);
    auto *label = new TextLabel(TextLabel::Voice::Section, tr("&Passphrase"));
    label->setBuddy(m_passphrase);
    m_problem->setObjectName(u"unlockProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    named(m_unlock, u"unlockButton"_s, tr("Unlock"));
    m_unlock->setDefault(true);
    m_unlock->setEnabled(false);
    auto *cancel = named(new Button(Button::Kind::Normal, tr("&Cancel")), u"unlockCancel"_s, tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_unlock);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, windowTitle()));
    layout->addWidget(label);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_problem);
    layout->addSpacing(6);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_unlock, &QPushButton::clicked, this, &UnlockDialog::unlock);
    connect(m_passphrase, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_unlock->setEnabled(!text.isEmpty()); });
    keepHeightFitting(this);
    m_passphrase->setFocus();
}

void UnlockDialog::unlock()
{
    m_unlock->setEnabled(false);
    m_unlock->setText(tr("Unlocking…")); // it takes about a second, on purpose
    m_problem->hide();
    m_keyring.unlockFile(m_passphrase->text().toUtf8(), this, [this](const Status &status) { finish(status); });
}

void UnlockDialog::finish(const Status &status)
{
    if (status) {
        m_passphrase->clear();
        accept();
        return;
    }
    m_unlock->setText(tr("&Unlock"));
    m_problem->setText(wording::sentence(status.error()));
    m_problem->show();
    m_unlock->setEnabled(true);
    m_passphrase->setFocus();
    m_passphrase->selectAll();
}

} // namespace lightwell
