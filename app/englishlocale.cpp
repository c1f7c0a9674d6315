// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/englishlocale.h"

#include <QLocale>

#include <clocale>

namespace lightwell {

void speakEnglish()
{
    QLocale::setDefault(QLocale(QLocale::English));
    std::setlocale(LC_MESSAGES, "C"); // strerror()
}

} // namespace lightwell
