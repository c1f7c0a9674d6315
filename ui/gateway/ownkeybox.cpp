// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/ownkeybox.h"

#include "core/wording/wording.h"
#include "ui/gateway/clientkey.h"
#include "ui/gateway/secretcopy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QFontDatabase>
#include <QLineEdit>
#include <QVBoxLayout>

#include <chrono>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds shownFor(60); ///< long enough to copy it by hand

} // namespace

OwnKeyBox::OwnKeyBox(ClientKey &key, QWidget *parent)
    : QWidget(parent)
    , m_source(key)
    , m_key(named(new QLineEdit, u"clientKey"_s, tr("Key of this computer’s programs")))
    , m_show(named(new Button(Button::Kind::Normal, tr("&Show")), u"showClientKey"_s, tr("Show the key")))
{
    build();
    m_hideSoon.setSingleShot(true);
    m_hideSoon.setInterval(shownFor);
    connect(&m_hideSoon, &QTimer::timeout, this, &OwnKeyBox::hideKey);
    hideKey();
}

void OwnKeyBox::build()
{
    m_key->setReadOnly(true);
    m_key->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_show->setCheckable(true);
    auto *copy = named(new Button(Button::Kind::Normal, tr("Copy &key")), u"copyClientKey"_s, tr("Copy key"));
    auto *title = new TextLabel(TextLabel::Voice::Body, tr("Key of this computer’s &programs"));
    title->setBuddy(m_key);
    auto *note = new TextLabel(TextLabel::Voice::Small,
                               tr("Whoever has it can spend with your provider keys, but never sees them."));
    note->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_key, 1);
    row->addWidget(m_show);
    row->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addLayout(row);
    layout->addWidget(note);
    connect(m_show, &QAbstractButton::clicked, this, &OwnKeyBox::showKey);
    connect(copy, &QAbstractButton::clicked, this, [this] {
        fetch([this](const QByteArray &key) {
            copySecret(QString::fromLatin1(key));
            Q_EMIT say(Meaning::Ok, tr("Key copied"));
        });
    });
}

void OwnKeyBox::showKey(bool shown)
{
    if (!shown) {
        hideKey();
        return;
    }
    m_show->setText(tr("&Hide"));
    m_show->setAccessibleName(tr("Hide the key"));
    fetch([this](const QByteArray &key) {
        if (!m_show->isChecked()) {
            return; // hidden again meanwhile
        }
        m_key->setEchoMode(QLineEdit::Normal);
        m_key->setText(QString::fromLatin1(key));
        m_key->setCursorPosition(0);
        m_hideSoon.start();
    });
}

void OwnKeyBox::hideKey()
{
    m_hideSoon.stop();
    m_show->setChecked(false);
    m_show->setText(tr("&Show"));
    m_show->setAccessibleName(tr("Show the key"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setText(u"••••••••••••••••••••••••"_s);
}

void OwnKeyBox::fetch(const std::function<void(const QByteArray &)> &then)
{
    m_source.fetch(this, [this, then](const Result<QByteArray> &key) {
        if (key) {
            then(key.value());
        } else {
            hideKey();
            Q_EMIT say(Meaning::Bad, wording::sentence(key.error()));
        }
    });
}

} // namespace lightwell
