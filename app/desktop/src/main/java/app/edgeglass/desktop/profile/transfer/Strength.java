package app.edgeglass.desktop.profile.transfer;

/** How hard a passphrase is to guess, roughly: by its length and by the kinds of characters in it. */
enum Strength {
    NONE,
    WEAK,
    FAIR,
    GOOD;

    private static final double FAIR_BITS = 45;
    private static final double GOOD_BITS = 70;
    private static final int FEW_DIFFERENT = 5;

    static Strength of(String passphrase) {
        if (passphrase.isEmpty()) {
            return NONE;
        }
        int kinds = 0;
        kinds += passphrase.chars().anyMatch(Character::isLowerCase) ? 26 : 0;
        kinds += passphrase.chars().anyMatch(Character::isUpperCase) ? 26 : 0;
        kinds += passphrase.chars().anyMatch(Character::isDigit) ? 10 : 0;
        kinds += passphrase.chars().anyMatch(c -> !Character.isLetterOrDigit(c)) ? 20 : 0;
        // Words and names are far easier to guess than as many letters by chance.
        double bits = passphrase.length() * Math.log(Math.max(2, kinds)) / Math.log(2) * 0.7;
        boolean dull = passphrase.chars().distinct().count() < FEW_DIFFERENT;
        if (dull || bits < FAIR_BITS) {
            return WEAK;
        }
        return bits < GOOD_BITS ? FAIR : GOOD;
    }
}
