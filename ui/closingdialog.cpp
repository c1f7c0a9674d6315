// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/closingdialog.h"

#include "ui/compare/comparesession.h"
#include "ui/imageservice.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

ClosingDialog::ClosingDialog(ImageService &images, const CompareSession &session, QWidget *parent)
    : QDialog(parent)
    , m_images(images)
    , m_session(session)
    , m_what(new TextLabel(TextLabel::Voice::Heading))
    , m_why(new TextLabel(TextLabel::Voice::Muted))
    , m_stay(new Button(Button::Kind::Normal, tr("&Stay")))
    , m_now(new Button(Button::Kind::Normal, tr("Close &now")))
    , m_whenDone(new Button(Button::Kind::Primary, tr("Close &when done")))
{
    named(static_cast<QWidget *>(this), u"closingDialog"_s, tr("Close Lightwell?"));
    setWindowTitle(accessibleName());
    setMinimumWidth(460);
    m_what->setObjectName(u"closingWhat"_s);
    m_what->setWordWrap(true);
    m_why->setObjectName(u"closingWhy"_s);
    m_why->setWordWrap(true);
    buildButtons();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_stay);
    buttons->addStretch();
    buttons->addWidget(m_now);
    buttons->addWidget(m_whenDone);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(m_what);
    layout->addWidget(m_why);
    layout->addSpacing(8);
    layout->addLayout(buttons);
    m_images.onChange(this, [this] { refresh(); });
    connect(&session, &CompareSession::pictureFinished, this, &ClosingDialog::refresh);
    m_whenDone->setFocus();
    refresh(); // which may put it elsewhere
}

void ClosingDialog::buildButtons()
{
    named(m_stay, u"closingStay"_s, tr("Stay"));
    named(m_now, u"closingNow"_s, tr("Close now"));
    named(m_whenDone, u"closingWhenDone"_s, tr("Close when done"));
    m_whenDone->setDefault(true);
    connect(m_stay, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_now, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_whenDone, &QPushButton::clicked, this, &ClosingDialog::waitForAll);
}

void ClosingDialog::waitForAll()
{
    m_waiting = true;
    m_whenDone->hide();
    m_stay->setDefault(true); // Enter, pressed once more, must not close now
    m_stay->setFocus();
    refresh();
}

void ClosingDialog::refresh()
{
    const int left = m_images.underWay();
    if (left == 0 && m_waiting && !m_session.isBusy() && !m_session.holdsUnsaved()) {
        accept();
        return;
    }
    tell(left);
    adjustSize();
}

void ClosingDialog::tell(int left)
{
    if (left == 0 && m_session.holdsUnsaved()) {
        m_what->setText(tr("Some pictures are in no file yet"));
        m_why->setText(tr("Closing loses them. Stay, and save them first."));
        m_whenDone->hide();
        m_stay->setDefault(true);
        m_stay->setFocus();
        return;
    }
    if (left == 0) {
        m_what->setText(tr("Everything is done"));
        m_why->setText(tr("Nothing is lost by closing now."));
        m_whenDone->hide();
        m_now->setDefault(true);
        return;
    }
    if (m_waiting) {
        m_what->setText(tr("Lightwell closes when all is done"));
        m_why->setText(left == 1 ? tr("One request is still on its way.")
                                 : tr("%1 requests are still on their way.").arg(left));
        return;
    }
    m_what->setText(left == 1 ? tr("One request is still on its way")
                              : tr("%1 requests are still on their way").arg(left));
    const QString later =
        tr("Providers may bill them all the same. If Lightwell closes now, it fetches at its next start "
           "what a provider still keeps; other pictures are lost.");
    m_why->setText(m_session.holdsUnsaved() ? tr("Some pictures that have come are in no file yet: closing loses them.")
                           + QLatin1Char(' ') + later
                                            : later);
}

} // namespace lightwell
