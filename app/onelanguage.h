// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

enum class Translated {
    No, ///< the texts are English, whatever the user's locale
    Yes, ///< a translation for that locale is loaded
};

/// Numbers, dates and the system's own messages in the language of the texts they stand in. Once, after the application
/// object is there.
void speakOneLanguage(Translated texts);

} // namespace lightwell
