// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/detailsplace.h"

#include "ui/widgets/button.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/popover.h"

#include <QHBoxLayout>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int tallest = 640; ///< of the popover: what is longer is scrolled

class DetailsPopover : public Popover
{
public:
    DetailsPopover(QWidget *details, QWidget *parent)
        : Popover(parent)
    {
        named(this, u"galleryDetailsPopover"_s, DetailsPlace::tr("About this picture"));
        auto *layout = new QHBoxLayout(this);
        constexpr int edge = 1;
        layout->setContentsMargins(shadow + edge, shadow + edge, shadow + edge, shadow + edge);
        layout->addWidget(details);
    }
};

} // namespace

DetailsPlace::DetailsPlace(QWidget *details, Button *button, QWidget *parent)
    : QWidget(parent)
    , m_details(details)
    , m_button(button)
{
    m_details->setFixedWidth(detailsWidth);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new Hairline(Qt::Vertical));
    row->addWidget(m_details);
    m_button->hide();
    connect(m_button, &QAbstractButton::clicked, this, &DetailsPlace::openPopover);
}

/// An open popover is a child of the window, and holds what is the page's.
DetailsPlace::~DetailsPlace()
{
    delete m_popover;
}

void DetailsPlace::setNarrow(bool narrow)
{
    if (narrow == !m_popover.isNull()) {
        return;
    }
    if (narrow) {
        m_popover = new DetailsPopover(m_details, this);
    } else {
        Popover *gone = m_popover;
        m_popover = nullptr;
        gone->close();
        layout()->addWidget(m_details);
        gone->deleteLater(); // this may be its own doing
    }
    m_details->show();
    m_button->setVisible(narrow);
    setVisible(!narrow);
}

void DetailsPlace::openPopover()
{
    if (m_popover && m_button->isVisible()) {
        m_popover->openAt(m_button, QSize(detailsWidth + 2, std::min(tallest, Popover::roomBeside(m_button))));
    }
}

void DetailsPlace::closePopover()
{
    if (m_popover) {
        m_popover->close();
    }
}

} // namespace lightwell
